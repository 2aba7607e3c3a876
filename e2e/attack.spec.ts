import { randomUUID } from "node:crypto";
import type { APIRequestContext, BrowserContext } from "@playwright/test";
import postgres from "postgres";
import { accountAttacks, whileWaiting } from "./account-attacks";
import { callAction, serverActions } from "./actions";
import { linkAttacks } from "./apply-attacks";
import { bulkAttacks } from "./bulk-attacks";
import { expect, stack, test } from "./fixtures";
import { handoverAttacks } from "./handover-attacks";
import { addFactor, become as enterAs, newPerson } from "./people";
import { attacks, makeTarget, type Target } from "./staff-attacks";
import { teamAttacks } from "./team-attacks";

/*
 * Hidden buttons prove nothing: every server action and route is called directly, as people would
 * who may not. Each action of the build must stand in this table.
 */

/** These are for people who are not signed in; sign-in and languages have tests of their own. */
const openToAnyone = [
  "requestSignInLinkAction",
  "signOutAction",
  "chooseLanguageAction",
  ...whileWaiting,
];

/** These take a link: they are attacked in apply-attack.spec.ts and handover.spec.ts. */
const throughLinks = [...Object.keys(linkAttacks), ...Object.keys(handoverAttacks)];

/** These are about one's own account: they are attacked in account-attack.spec.ts. */
const ofAccounts = Object.keys(accountAttacks);

/** These act on files and runs: they are attacked in bulk-attack.spec.ts. */
const onMany = Object.keys(bulkAttacks);

/** These are about people of the team: they are attacked in team-attack.spec.ts. */
const onTeam = Object.keys(teamAttacks);

let database: postgres.Sql;
test.beforeAll(() => {
  database = postgres(stack().databaseOwnerUrl, { max: 1 });
});
test.afterAll(() => database.end());

test("every server action of the build is attacked here", () => {
  const known = [
    ...Object.keys(attacks),
    ...openToAnyone,
    ...throughLinks,
    ...ofAccounts,
    ...onMany,
    ...onTeam,
  ];
  expect([...serverActions().keys()].toSorted()).toEqual(known.toSorted());
});

/** Routes that change something, called as a page of ours would. */
const posts: ((target: Target) => { path: string; data: object })[] = [
  ({ draft }) => ({
    path: `/api/onboardings/${draft.id}/answers/company`,
    data: { editor: "attacker", seq: 1, base: 1, patch: { companyName: "Taken over" } },
  }),
];

type Stranger = [name: string, become: (context: BrowserContext) => Promise<void>];

const strangers: Stranger[] = [
  ["nobody", async () => {}],
  [
    "an admin who has not given the second factor",
    async (context) => {
      const admin = await newPerson("admin");
      await addFactor(admin);
      await enterAs(context, admin, { proven: false });
    },
  ],
  [
    "an admin who has none",
    async (context) => {
      await enterAs(context, await newPerson("admin"), { proven: false });
    },
  ],
  [
    "an invited customer",
    async (context) => {
      await context.addCookies([
        { name: "vestibule.applicant", value: randomUUID(), url: stack().portalUrl },
        { name: "vestibule.session", value: randomUUID(), url: stack().portalUrl },
      ]);
    },
  ],
];

for (const [name, become] of strangers) {
  test(`${name} changes nothing and learns nothing`, async ({ context, makeCustomer }) => {
    await become(context);
    const target = await makeTarget(makeCustomer);
    const answers = await attack(context.request, target);
    for (const { companyName } of Object.values(target)) {
      expect(answers).not.toContain(companyName);
    }
  });
}

test("a viewer changes nothing and sees no secret", async ({ context, signIn, makeCustomer }) => {
  await signIn("viewer");
  await attack(context.request, await makeTarget(makeCustomer));
});

/** @returns everything the attacker got to read. */
async function attack(request: APIRequestContext, target: Target): Promise<string> {
  const before = await traces(target);
  const bodies: string[] = [];
  expect(before.secrets).toBe(2);
  for (const call of Object.values(attacks).flatMap((make) => make(target))) {
    const answer = await callAction(request, call);
    bodies.push(await answer.text());
    expect(bodies.at(-1), call.action).not.toMatch(/"secret"/);
    expect(answer.status(), call.action).toBeLessThan(500);
  }
  for (const { path, data } of posts.map((make) => make(target))) {
    const headers = { origin: stack().portalUrl };
    const answer = await request.post(path, { data, headers, failOnStatusCode: false });
    bodies.push(await answer.text());
    expect([401, 403], path).toContain(answer.status());
  }
  expect(await traces(target)).toEqual(before);
  return bodies.join("\n");
}

/** Everything an attack could have left behind. */
async function traces(target: Target) {
  const ids = Object.values(target).map(({ id }) => id);
  return {
    customers:
      await database`select id, status, company_name, updated_at, checked_at, reviewer_id, assignee_id from customers where id in ${database(ids)} order by id`,
    answers:
      await database`select customer_id, step, version from step_answers where customer_id in ${database(ids)} order by 1, 2`,
    attestations:
      await database`select id from attestations where customer_id in ${database(ids)} order by 1`,
    comments:
      await database`select id from review_comments where customer_id in ${database(ids)} order by 1`,
    reviews:
      await database`select id from reviews where customer_id in ${database(ids)} order by 1`,
    invitations:
      await database`select id, version, email, expires_at, revoked_at from invitations where customer_id in ${database(ids)} order by 1`,
    mails:
      await database`select id from mails where invitation_id in (select id from invitations where customer_id in ${database(ids)}) order by 1`,
    attempts:
      await database`select id, state from create_attempts where customer_id in ${database(ids)} order by 1`,
    audit:
      await database`select seq from audit_entries where subject in ${database(ids)} or details ->> 'from' in ${database(ids)} order by 1`,
    secrets: await sealedSecrets(target.pending.id),
    handovers:
      await database`select id, revoked_at from handovers where customer_id in ${database(ids)} order by 1`,
  };
}

async function sealedSecrets(id: string): Promise<number> {
  const rows =
    await database`select 1 from secrets where customer_id = ${id} and sealed is not null`;
  return rows.length;
}

// Proves that the calls above are made rightly: allowed people get through with the very same ones.
test("the same calls work for an admin", async ({ context, signIn, makeCustomer }) => {
  const target = await makeTarget(makeCustomer);
  await signIn("admin");
  const call = async (name: string) => {
    for (const made of attacks[name]?.(target) ?? []) await callAction(context.request, made);
  };
  await call("revealSecretAction");
  await call("confirmStoredAction");
  expect(await sealedSecrets(target.pending.id)).toBe(0);
  await call("submitOnboardingAction");
  await call("enableCustomerAction");
  await call("reviewAction");
  const noted =
    await database`select internal from review_comments where customer_id = ${target.inReview.id}`;
  expect(noted).toEqual([{ internal: true }]);
  await call("resendInvitationAction");
  await call("changeAddressAction");
  await call("inviteAction");
  await call("revokeInvitationAction");
  const { invited } = target;
  const links =
    await database`select name, version, revoked_at is null as open from invitations where customer_id = ${invited.id} order by created_at`;
  // Another address is one version, the revocation another; somebody else was invited meanwhile.
  expect(links).toMatchObject([
    { version: 3, open: false },
    { name: "Taken over", open: true },
  ]);
  const rows =
    await database`select status from customers where id in ${database([target.pending.id, target.draft.id])} order by status`;
  expect(rows.map(({ status }) => status)).toEqual(["ACTIVE", "PENDING_ENABLEMENT"]);
});

test("a page of another site cannot act in a signed-in person's name", async ({
  context,
  signIn,
  makeCustomer,
}) => {
  const pending = await makeCustomer();
  await signIn("admin");
  for (const origin of ["https://evil.example", "null"]) {
    const [enable] =
      attacks.enableCustomerAction?.({
        pending,
        draft: pending,
        inReview: pending,
        invited: pending,
      }) ?? [];
    if (!enable) throw new Error("The attack is gone");
    await callAction(context.request, { ...enable, headers: { origin } });
  }
  const [row] = await database`select status from customers where id = ${pending.id}`;
  expect(row?.status).toBe("PENDING_ENABLEMENT");

  const draft = await makeCustomer({ status: "READY" });
  for (const { path, data } of posts.map((make) =>
    make({ pending, draft, inReview: draft, invited: draft }),
  )) {
    for (const origin of ["https://evil.example", "null"]) {
      const answer = await context.request.post(path, { data, headers: { origin } });
      expect(answer.status(), path).toBe(403);
    }
    const own = await context.request.post(path, { data, headers: { origin: stack().portalUrl } });
    expect(own.ok(), path).toBe(true);
  }
});

test("no page or route shows a customer to somebody who is not signed in", async ({
  request,
  makeCustomer,
}) => {
  const { id, companyName } = await makeCustomer({ status: "ACTIVE" });
  const paths = [
    "/",
    "/customers",
    "/customers/adopt",
    "/customers/import",
    "/runs",
    `/customers?q=${encodeURIComponent(companyName)}`,
    `/customers/${id}`,
    ...["banks", "details", "keys", "activity", "enable"].map((tab) => `/customers/${id}/${tab}`),
    `/onboardings/${id}`,
    `/onboardings/${id}/company`,
    `/onboardings/${id}/invite`,
    `/onboardings/${id}/invite/inv_nobody/revoke`,
    "/review",
    `/review/${id}`,
    `/api/customers/${id}/registration`,
    "/api/live",
    "/api/changes",
  ];
  const variants: Record<string, string>[] = [
    {},
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-pathname": "/sign-in", "x-forwarded-host": "localhost" },
    { "x-nextjs-data": "1" },
  ];
  for (const path of paths) {
    for (const headers of variants) {
      const answer = await request.get(path, { headers, maxRedirects: 0, failOnStatusCode: false });
      expect(answer.status(), path).not.toBe(200);
      expect(await answer.text(), path).not.toContain(companyName);
    }
  }
});
