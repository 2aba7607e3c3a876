import { createHash, randomBytes, randomUUID } from "node:crypto";
import { runScript } from "@/scripts/stack/process";
import { says } from "./forms";
import { openBrowser, openPage } from "./staff";
import type { Portal, World } from "./world";

const ASKED = 40;
const roles = ["admin", "onboarder", "viewer"] as const;

/** What should be open or over by the database's clock, and whether a portal took it for open. */
type Look = { open: boolean; found: boolean };

/** Sessions and links a few minutes before and after their end, at each portal. */
export async function readEnds(world: World, portals: Portal[]) {
  const looks = [
    ...(await sessionEnds(world, portals)),
    ...(await invitationEnds(world, portals)),
    ...(await Promise.all(portals.map((portal, at) => linkEnds(world, portal, roles[at])))).flat(),
  ];
  return {
    looked: looks.length,
    early: looks.filter(({ open, found }) => open && !found).length,
    late: looks.filter(({ open, found }) => !open && found).length,
  };
}

/** Minutes until the end of a session, and since somebody did something in it. */
const sessions = [
  { left: 5, idle: 0, open: true },
  { left: -1, idle: 0, open: false },
  { left: 300, idle: 25, open: true },
  { left: 300, idle: 31, open: false },
];

async function sessionEnds(world: World, portals: Portal[]): Promise<Look[]> {
  const { sql } = world.database;
  const looks: Look[] = [];
  for (const portal of portals) {
    for (const { left, idle, open } of sessions) {
      const token = randomBytes(32).toString("base64url");
      const hash = createHash("sha256").update(token).digest("hex");
      await sql`
        insert into sessions (id, token_hash, user_id, ip, user_agent, second_factor_at, expires_at, last_seen_at)
        select ${`ses_${randomUUID()}`}, ${hash}, id, '192.0.2.9', 'test', now(),
          now() + make_interval(mins => ${left}), now() - make_interval(mins => ${idle})
        from users where email = 'admin@demo.test'`;
      const browser = openBrowser(world, `vestibule.session=${token}`);
      const { status } = await browser.get(portal, "/customers");
      looks.push({ open, found: status === 200 });
    }
  }
  return looks;
}

/** The mailed link of an invitation. */
async function invitationEnds(world: World, portals: Portal[]): Promise<Look[]> {
  const made = await runScript("scripts/testing/programs/invitation.ts", [], world.environment);
  const { invitationId, path } = JSON.parse(made) as { invitationId: string; path: string };
  const looks: Look[] = [];
  for (const left of [5, -1]) {
    await world.database.sql`
      update invitations set expires_at = now() + make_interval(mins => ${left})
      where id = ${invitationId}`;
    for (const portal of portals) {
      const { body } = await openBrowser(world).get(portal, path);
      looks.push({ open: left > 0, found: body.includes("needs some answers from you") });
    }
  }
  return looks;
}

/** Sign-in links work once, so each portal has its own, of a person of its own. */
async function linkEnds(world: World, portal: Portal, role: string = "viewer"): Promise<Look[]> {
  const email = `${role}@demo.test`;
  const looks: Look[] = [];
  for (const left of [5, -1]) {
    const args = ["sign-in-link", "--email", email];
    const link = new URL(await runScript("scripts/admin.ts", args, world.environment));
    await world.database.sql`
      update verification_tokens set expires_at = now() + make_interval(mins => ${left})
      where identifier = ${email}`;
    const browser = openBrowser(world);
    const { html } = await openPage(browser, portal, link.pathname + link.search);
    // The button's form goes to next-auth's address.
    const path = `/api/auth/callback/email?${link.searchParams}&callbackUrl=%2F`;
    const { location } = await browser.press(portal, { path, html }, "Sign in");
    looks.push({ open: left > 0, found: location !== "" && !location.includes("error") });
  }
  return looks;
}

/** How many of forty requests for a link pass that one network makes of portals in turn. */
export async function grantedLinks(world: World, portals: Portal[]): Promise<number> {
  const stranger = openBrowser(world);
  const [portal] = portals;
  if (!portal) return Number.NaN;
  const page = await openPage(stranger, portal, "/sign-in");
  let granted = 0;
  for (let asked = 0; asked < ASKED; asked += portals.length) {
    const answers = await Promise.all(
      portals.map((one) =>
        stranger.press(one, page, "E-mail me a sign-in link", { email: "nobody@demo.test" }),
      ),
    );
    granted += answers.filter(({ body }) => says(body, "Look into your mailbox")).length;
  }
  return granted;
}
