import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { staff } from "@/scripts/testing/actors";
import { analyze, growingParts } from "@/scripts/testing/plans";
import { listTeam } from "./list";
import { readTeamFilter, type TeamFilter } from "./model";

/** People whose addresses nobody else has, so that a search finds them alone. */
async function people(names: string[]) {
  const mark = randomUUID();
  await db.insert(users).values(
    names.map((name, place) => ({
      ...{ name, email: `p${place}@${mark}.test`, role: "viewer" as const },
      emailVerified: new Date(),
      lastActiveAt: sql`now() - make_interval(mins => ${place})`,
    })),
  );
  return `@${mark}`;
}

async function pages(filter: TeamFilter): Promise<string[][]> {
  const admin = await staff("admin");
  const found: string[][] = [];
  let after: string | null = null;
  do {
    const page = await listTeam(admin, filter, { after, before: null });
    found.push(page.rows.map(({ name }) => name));
    after = page.next;
  } while (after);
  return found;
}

test("pages follow the name without case and accents, forwards and back", async () => {
  const names = Array.from({ length: 60 }, (_, place) => `Émile ${String(place).padStart(2, "0")}`);
  const shouted = (name: string, place: number) => (place % 2 === 0 ? name.toUpperCase() : name);
  const search = await people(names.map(shouted));
  const filter = readTeamFilter({ q: search });
  const found = await pages(filter);
  expect(found.map((page) => page.length)).toEqual([25, 25, 10]);
  expect(found.flat().map((name) => name.toLowerCase())).toEqual(
    names.map((name) => name.toLowerCase()),
  );

  const admin = await staff("admin");
  const first = await listTeam(admin, filter, { after: null, before: null });
  expect(first.previous).toBeNull();
  const second = await listTeam(admin, filter, { after: first.next, before: null });
  const back = await listTeam(admin, filter, { after: null, before: second.previous });
  expect(back).toEqual(first);
});

test("who was active last comes first, and who never was counts from the invitation", async () => {
  const search = await people(["A", "B", "C"]);
  await db
    .update(users)
    .set({ lastActiveAt: null, createdAt: sql`now() - interval '90 seconds'` })
    .where(eq(users.email, `p2${search}.test`));
  expect(await pages(readTeamFilter({ q: search, order: "activity" }))).toEqual([["A", "B", "C"]]);
});

test.each([
  ["mile", ["Émile Zola"]],
  ["ZOLA", ["Émile Zola"]],
  ["émile z", ["Émile Zola"]],
  ["%", ["100% Sure"]],
  ["_", ["under_score"]],
  ["\\", ["back\\slash"]],
  ["nobody is called so", []],
])("searching for %s finds %j", async (typed, expected) => {
  // Before every letter: the page that is looked at is the first.
  const mark = `0${randomUUID().slice(0, 8)}`;
  await people(
    ["Émile Zola", "100% Sure", "under_score", "back\\slash"].map((name) => `${mark} ${name}`),
  );
  const admin = await staff("admin");
  const all = readTeamFilter({ q: `${mark} ` });
  expect((await listTeam(admin, all, { after: null, before: null })).rows).toHaveLength(4);
  const filter = readTeamFilter({ q: typed });
  const { rows } = await listTeam(admin, filter, { after: null, before: null });
  const own = rows.map(({ name }) => name).filter((name) => name.startsWith(mark));
  expect(own).toEqual(expected.map((name) => `${mark} ${name}`));
});

test("filters narrow by role and status", async () => {
  const search = await people(["Active", "Invited", "Suspended", "Admin"]);
  const only = async (query: Record<string, string>) =>
    (await pages(readTeamFilter({ q: search, ...query }))).flat();
  const at = (place: number) => eq(users.email, `p${place}${search}.test`);
  await db.update(users).set({ emailVerified: null }).where(at(1));
  await db.update(users).set({ suspendedAt: new Date() }).where(at(2));
  await db.update(users).set({ role: "admin" }).where(at(3));
  expect(await only({ role: "admin" })).toEqual(["Admin"]);
  expect(await only({ status: "invited" })).toEqual(["Invited"]);
  expect(await only({ status: "suspended" })).toEqual(["Suspended"]);
  expect(await only({ status: "active", role: "viewer" })).toEqual(["Active"]);
  expect(await only({ status: "nonsense", role: "owner" })).toHaveLength(4);
});

test("who has a second factor is told, and who has only begun to set one up has none", async () => {
  const search = await people(["Begun", "Has", "None"]);
  for (const [place, confirmed] of [
    [0, sql`null`],
    [1, sql`now()`],
  ] as const) {
    await db.execute(sql`
      insert into second_factors (id, user_id, kind, name, confirmed_at)
      select 'fac_' || id, id, 'totp', 'Phone', ${confirmed} from users
      where email = ${`p${place}${search}.test`}`);
  }
  const filter = readTeamFilter({ q: search });
  const { rows } = await listTeam(await staff("admin"), filter, { after: null, before: null });
  expect(rows.map(({ name, hasFactor }) => [name, hasFactor])).toEqual([
    ["Begun", false],
    ["Has", true],
    ["None", false],
  ]);
});

test("an address somebody made up shows the first page", async () => {
  const admin = await staff("admin");
  const filter = readTeamFilter({});
  const first = await listTeam(admin, filter, { after: null, before: null });
  for (const cursor of [
    "x",
    "e30",
    Buffer.from('["team-name","\\u0000","usr"]').toString("base64url"),
  ]) {
    expect(await listTeam(admin, filter, { after: cursor, before: null })).toEqual(first);
  }
});

test.each(["", "order=activity", "role=admin&order=activity", "status=suspended", "q=zola+900"])(
  "of a large team, “%s” is read along an index and not sorted",
  async (query) => {
    await db.execute(sql`
      insert into users (id, email, name, role, email_verified, last_active_at)
      select 'usr_' || gen_random_uuid(), gen_random_uuid() || '@large.test', 'Emil Zola ' || n,
        'viewer', now(), now() - n * interval '1 minute'
      from generate_series(1, 5000) n where not exists (select from users where name = 'Emil Zola 1')`);
    await db.execute(sql`
      insert into second_factors (id, user_id, kind, name, confirmed_at)
      select 'fac_' || id, id, 'totp', 'Phone', now() from users
      where name like 'Emil Zola %' on conflict do nothing`);
    await analyze("users", "second_factors");
    const admin = await staff("admin");
    const filter = readTeamFilter(Object.fromEntries(new URLSearchParams(query)));
    const { next } = await listTeam(admin, filter, { after: null, before: null });
    for (const after of [null, next]) {
      const read = () => listTeam(admin, filter, { after, before: null });
      expect(await growingParts(read, { rowsMax: 100 })).toEqual([]);
    }
  },
);
