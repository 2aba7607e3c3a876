import { readdirSync } from "node:fs";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import type { Role } from "@/lib/auth/model";
import { applicants, editors, team } from "@/scripts/testing/who";
import { inDatabase } from "./database";
import { expect, test } from "./fixtures";
import { expectHeaders } from "./headers";
import { codeFor, enter, type MadeInvitation, makeInvitation } from "./invitations";

/*
 * Who gets to see what. Each page and route of the portal stands here with everybody who is let in;
 * all others must be turned away by it. What posts change is attacked in attack and apply-attack.
 */

const everybody = ["nobody", ...team, ...applicants] as const;
type Who = (typeof everybody)[number];

const inside = ["its applicant", "applicant who submitted"] as const;

/** By the file's folder under app. `[id]` and `[token]` stand for the customer and its link. */
const routes: Record<string, readonly Who[]> = {
  "(auth)/sign-in": everybody,
  "(auth)/sign-in/again": team,
  "(auth)/sign-in/second-factor": team,
  "(portal)": team,
  "(portal)/account": team,
  "(portal)/account/security": team,
  "(portal)/account/security/authenticator": team,
  "(portal)/account/security/factors/[factor]/remove": team,
  "(portal)/account/security/passkey": team,
  "(portal)/account/security/recovery-codes": team,
  "(portal)/admin/team": ["admin"],
  "(portal)/admin/team/[id]": ["admin"],
  "(portal)/admin/team/[id]/remove": ["admin"],
  "(portal)/admin/team/[id]/reset-factors": ["admin"],
  "(portal)/admin/audit": ["admin"],
  "(portal)/admin/audit/export": ["admin"],
  "(portal)/admin/audit/verify": ["admin"],
  "(portal)/admin/requests": ["admin"],
  "(portal)/admin/requests/[id]": ["admin"],
  "(portal)/admin/webhooks": ["admin"],
  "(portal)/admin/webhooks/[id]": ["admin"],
  "(portal)/admin/webhooks/[id]/replay": ["admin"],
  "(portal)/admin/webhooks/replay": ["admin"],
  "(portal)/admin/webhooks/replays/[id]": ["admin"],
  "(portal)/admin/health": ["admin"],
  "(portal)/admin/team/[id]/role": ["admin"],
  "(portal)/admin/team/[id]/suspend": ["admin"],
  "(portal)/admin/team/invite": ["admin"],
  "(portal)/admin/team/roles": team,
  "(portal)/admin/settings": ["admin"],
  "(portal)/admin/settings/defaults": ["admin"],
  "(portal)/admin/settings/invitations": ["admin"],
  "(portal)/admin/settings/plaid": ["admin"],
  "(portal)/admin/settings/retention": ["admin"],
  "(portal)/admin/settings/two-people": ["admin"],
  "(portal)/admin/settings/webhook": ["admin"],
  "(portal)/admin/settings/wordings": ["admin"],
  "(portal)/admin/settings/wordings/[kind]": ["admin"],
  "(portal)/admin/settings/wordings/[kind]/publish": ["admin"],
  "(portal)/banks": team,
  "(portal)/banks/[institution]": team,
  "(portal)/customers": team,
  "(portal)/customers/[id]/(tabs)": team,
  "(portal)/customers/[id]/(tabs)/activity": team,
  "(portal)/customers/[id]/(tabs)/banks": team,
  "(portal)/customers/[id]/(tabs)/details": team,
  "(portal)/customers/[id]/(tabs)/keys": team,
  "(portal)/customers/[id]/assign": editors,
  "(portal)/customers/[id]/details/[item]": editors,
  "(portal)/customers/[id]/enable": editors,
  "(portal)/customers/[id]/personal-data": ["admin"],
  "(portal)/customers/[id]/personal-data/export": ["admin"],
  "(portal)/customers/[id]/remove": ["admin"],
  "(portal)/customers/adopt": ["admin"],
  "(portal)/customers/export": editors,
  "(portal)/customers/import": editors,
  "(portal)/customers/import/[id]": editors,
  "(portal)/customers/import/[id]/check": editors,
  "(portal)/customers/import/[id]/problems": editors,
  "(portal)/customers/import/template": editors,
  "(portal)/keyboard": team,
  "(portal)/notifications": team,
  "(portal)/onboardings/[id]": editors,
  "(portal)/onboardings/[id]/attestations": editors,
  "(portal)/onboardings/[id]/check": editors,
  "(portal)/onboardings/[id]/company": editors,
  "(portal)/onboardings/[id]/contacts": editors,
  "(portal)/onboardings/[id]/invite": editors,
  "(portal)/onboardings/[id]/invite/[invitation]/address": editors,
  "(portal)/onboardings/[id]/invite/[invitation]/revoke": editors,
  "(portal)/onboardings/[id]/logo": editors,
  "(portal)/onboardings/[id]/products": editors,
  "(portal)/onboardings/[id]/redirect-uris": editors,
  "(portal)/onboardings/[id]/support": editors,
  "(portal)/review": editors,
  "(portal)/review/[id]": editors,
  "(portal)/review/[id]/reject": editors,
  "api/changes": team,
  "(portal)/runs": editors,
  "(portal)/runs/[id]": editors,
  "(portal)/runs/[id]/results": editors,
  "api/customers/[id]/registration": team,
  "api/health/live": everybody,
  "api/health/ready": everybody,
  "api/logos/[sha256]": team,
  "api/search": team,
  "apply/[token]": inside,
  "apply/[token]/check": ["its applicant"],
  "apply/[token]/company": inside,
  "apply/[token]/contacts": inside,
  "apply/[token]/forward": ["its applicant"],
  "apply/[token]/logo": inside,
  // Not among the sections it was asked for.
  "apply/[token]/products": [],
  "apply/[token]/redirect-uris": inside,
  "apply/[token]/support": inside,
};

/** For posts, streams, mailed links and a token, or not there in production; a missing logo and a foreign one look alike. */
const elsewhere = [
  "(auth)/sign-in/confirm",
  "api/apply/[token]/answers/[step]",
  "api/apply/[token]/logo",
  "api/apply/[token]/logos/[sha256]",
  "api/auth/[...nextauth]",
  "api/csp-reports",
  "api/live",
  "api/metrics",
  "api/onboardings/[id]/answers/[step]",
  "api/onboardings/[id]/logo",
  "api/unsubscribe/[token]",
  "api/webhooks/plaid",
  "dev/gallery",
  "handover/[token]",
  "unsubscribe/[token]",
];

test("every page and route stands in the table", () => {
  const found = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => file.replace(/\/[^/]+$/, ""));
  expect(found.toSorted()).toEqual([...Object.keys(routes), ...elsewhere].toSorted());
});

for (const who of everybody) {
  test(`${who} is let in where the table says so, and nowhere else`, async ({
    browser,
    page,
    sessionOf,
  }) => {
    const target = await become(who, { browser, page, sessionOf });
    for (const [folder, allowed] of Object.entries(routes)) {
      const letIn = await isLetIn(page.request, addressOf(folder, target));
      expect.soft(letIn, folder).toBe(allowed.includes(who));
    }
  });
}

test("what stands outside the table says the same of itself", async ({ request }) => {
  const target = await makeInvitation();
  for (const folder of elsewhere) {
    const address = addressOf(folder, target);
    for (const method of ["GET", "POST", "OPTIONS"]) {
      const answer = await request.fetch(address, { method, maxRedirects: 0 });
      expect(answer.status(), address).toBeLessThan(500);
      expectHeaders(answer, { where: `${method} ${address}` });
    }
  }
});

type With = {
  browser: Browser;
  page: Page;
  sessionOf: (role: Role) => Promise<Parameters<ReturnType<Page["context"]>["addCookies"]>[0]>;
};

/** Makes the page's context this person, and says which customer it tries to see. */
async function become(who: Who, { page, sessionOf }: With): Promise<MadeInvitation> {
  const stage = who === "applicant who submitted" ? "submitted" : "filled";
  const target = await makeInvitation({ stage });
  if (who === "viewer" || who === "onboarder" || who === "admin") {
    await page.context().addCookies(await sessionOf(who));
  }
  if (who === "applicant of another") await enter(page, await makeInvitation());
  if (who === "its applicant" || who === "applicant who was revoked") await enter(page, target);
  if (who === "applicant who was revoked") {
    const { invitationId } = target;
    await inDatabase(
      (sql) => sql`update invitations set revoked_at = now() where id = ${invitationId}`,
    );
  }
  if (who === "applicant who submitted") {
    await page.goto(target.path);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await page.getByLabel("Six-digit code").fill(await codeFor(target.email));
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Your answers were submitted" })).toBeVisible();
  }
  return target;
}

function addressOf(folder: string, { customerId, invitationId, path }: MadeInvitation): string {
  return `/${folder}`
    .replaceAll(/\/\([a-z]+\)/g, "")
    .replace("[id]", customerId)
    .replace("[institution]", "ins_56")
    .replace("[item]", "website")
    .replace("[factor]", "fac_nothing")
    .replace("[kind]", "due_diligence")
    .replace("[invitation]", invitationId)
    .replace("/apply/[token]", path)
    .replace("[token]", "nothing")
    .replace("[step]", "company")
    .replace("[...nextauth]", "callback/email")
    .replace("[sha256]", "0".repeat(64));
}

/** Turned away is who is sent to sign in or to start, refused, or told that nothing is there. */
async function isLetIn(request: APIRequestContext, address: string): Promise<boolean> {
  const answer = await request.get(address || "/", { maxRedirects: 0, failOnStatusCode: false });
  expect(answer.status(), address).toBeLessThan(500);
  expectHeaders(answer, { where: address });
  if ([401, 403].includes(answer.status())) return false;
  const leadsTo = answer.headers().location ?? "";
  if (leadsTo.includes("/sign-in")) return false;
  if (!address.includes("/apply/")) return true;
  if (address.startsWith("/api/")) return true;
  const text = await answer.text();
  return /Your sections|were submitted|Colleague|name="intent"|Submit for review|cannot be changed here/.test(
    text,
  );
}
