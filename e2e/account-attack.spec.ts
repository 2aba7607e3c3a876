import type { BrowserContext } from "@playwright/test";
import { accountAttacks, type Victim } from "./account-attacks";
import { callAction } from "./actions";
import { inDatabase } from "./database";
import { expect, test } from "./fixtures";
import { addFactor, become, newPerson, type Person } from "./people";

type Stranger = [
  who: string,
  become: (context: BrowserContext, victim: Person) => Promise<unknown>,
];

const strangers: Stranger[] = [
  ["nobody", async () => {}],
  [
    "who has only the victim's mailbox",
    (context, victim) => become(context, victim, { proven: false }),
  ],
  [
    "another member of the team",
    async (context) => become(context, await newPerson("onboarder"), { proven: true }),
  ],
  [
    "an admin who is yet to set a second factor up",
    async (context) => become(context, await newPerson("admin"), { proven: false }),
  ],
];

for (const [who, enter] of strangers) {
  test(`${who} changes nothing about somebody else's account`, async ({ browser, context }) => {
    const person = await newPerson("viewer");
    const { userId } = person;
    const factorId = await addFactor(person);
    const own = await browser.newContext();
    const sessionId = await become(own, person, { proven: true });
    await own.close();
    await enter(context, person);
    const victim: Victim = { userId, factorId, sessionId };
    const before = await kept(userId);
    for (const make of Object.values(accountAttacks)) {
      const answer = await callAction(context.request, make(victim));
      expect(answer.status()).toBeLessThan(500);
      expect(await answer.text()).not.toMatch(/([A-Z2-9]{4}-){3}[A-Z2-9]{4}/);
    }
    expect(await kept(userId)).toEqual(before);
  });
}

// Proves that the calls above are made rightly.
test("the same calls work for whose account it is", async ({ browser, context }) => {
  const person = await newPerson("viewer");
  const factorId = await addFactor(person);
  const other = await browser.newContext();
  const sessionId = await become(other, person, { proven: true });
  await become(context, person, { proven: true });
  const victim = { userId: person.userId, factorId, sessionId };
  const call = async (name: string) => {
    const make = accountAttacks[name];
    if (!make) throw new Error(`${name} is gone`);
    return (await callAction(context.request, make(victim))).text();
  };
  expect(await call("makeRecoveryCodesAction")).toMatch(/([A-Z2-9]{4}-){3}[A-Z2-9]{4}/);
  expect(await call("offerPasskeyAction")).toContain('"challenge"');
  await call("beginAuthenticatorAction");
  expect(await kept(person.userId)).toMatchObject({ factors: 2, codes: 10, sessions: 2 });
  await call("endSessionAction");
  await call("removeFactorAction");
  expect(await kept(person.userId)).toMatchObject({ factors: 1, codes: 0, sessions: 1 });
  await other.close();
});

/** Everything of an account that an attack could change. */
async function kept(userId: string) {
  const [row] = await inDatabase(
    (sql) => sql`
      select
        (select count(*)::int from second_factors where user_id = ${userId}) as factors,
        (select count(*)::int from recovery_codes where user_id = ${userId}) as codes,
        (select count(*)::int from sessions where user_id = ${userId}) as sessions,
        (select count(*)::int from audit_entries where subject = ${userId}) as entries`,
  );
  return row;
}
