import type { BrowserContext } from "@playwright/test";
import { callAction } from "./actions";
import { inDatabase } from "./database";
import { expect, test } from "./fixtures";
import { addFactor, become, countAsJoined, newPerson, type Person } from "./people";
import { strangerOf, teamAttacks } from "./team-attacks";

type Stranger = [who: string, enter: (context: BrowserContext) => Promise<unknown>];

const strangers: Stranger[] = [
  ["nobody", async () => {}],
  ["a viewer", async (context) => become(context, await newPerson("viewer"), { proven: true })],
  [
    "an onboarder",
    async (context) => become(context, await newPerson("onboarder"), { proven: true }),
  ],
  [
    "an admin who has not given the second factor",
    async (context) => {
      const admin = await newPerson("admin");
      await addFactor(admin);
      await become(context, admin, { proven: false });
    },
  ],
];

for (const [who, enter] of strangers) {
  test(`${who} decides nothing about the team`, async ({ context }) => {
    const [member, invited] = [await newPerson("viewer"), await newPerson("viewer")];
    await countAsJoined(member);
    await enter(context);
    const before = await kept([member, invited]);
    for (const { userId } of [member, invited]) {
      for (const make of Object.values(teamAttacks)) {
        const call = make(userId);
        expect((await callAction(context.request, call)).status(), call.action).toBeLessThan(500);
      }
    }
    expect(await kept([member, invited])).toEqual(before);
  });
}

// Proves that the calls above are made rightly.
test("the same calls work for an admin", async ({ context }) => {
  const [member, invited] = [await newPerson("viewer"), await newPerson("viewer")];
  await countAsJoined(member);
  const admin = await newPerson("admin");
  await addFactor(admin);
  await become(context, admin, { proven: true });
  const call = async (name: string, { userId }: Person) => {
    const make = teamAttacks[name];
    if (!make) throw new Error(`${name} is gone`);
    await callAction(context.request, make(userId));
  };
  await call("changeRoleAction", member);
  await call("suspendPersonAction", member);
  await call("resendTeamInvitationAction", invited);
  await call("invitePersonAction", member);
  expect((await kept([member, invited])).people).toMatchObject([
    { role: "admin", suspended: true },
    { role: "viewer", suspended: false, ends: true },
  ]);
  expect((await kept([member])).strangers).toBe(1);
  await inDatabase((sql) => sql`delete from users where email = ${strangerOf(member.userId)}`);
  await call("readmitPersonAction", member);
  await call("revokeTeamInvitationAction", invited);
  expect((await kept([member, invited])).people).toMatchObject([
    { role: "admin", suspended: false },
  ]);
});

/** Everything that an attack could change about people, in the order they are given. */
async function kept(people: Person[]) {
  const ids = people.map(({ userId }) => userId);
  const rows = await inDatabase(
    (sql) => sql`
      select role, suspended_at is not null as suspended, invitation_ends_at is not null as ends,
        (select count(*)::int from verification_tokens where identifier = email) as links,
        (select count(*)::int from audit_entries where subject = users.id) as entries
      from users where id = any(${ids}::text[]) order by array_position(${ids}::text[], id)`,
  );
  const addresses = ids.map(strangerOf);
  const [strangers] = await inDatabase(
    (sql) => sql`select count(*)::int as n from users where email = any(${addresses}::text[])`,
  );
  return { people: rows, strangers: strangers?.n };
}
