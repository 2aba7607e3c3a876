import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { staff, system } from "@/scripts/testing/actors";
import { runCommand } from "@/scripts/testing/admin-command";
import { asOwner } from "@/scripts/testing/owner";
import { eraseFromAudit } from "./erase";
import { noteHead } from "./head";
import { recordAudit } from "./record";
import { verifyChain } from "./verify";

const ENTRIES = 12;

/** Changes the log as somebody could who owns the database. */
function tamper(act: (owner: postgres.Sql) => Promise<unknown>) {
  return asOwner(async (owner) => {
    await owner`alter table audit_entries disable trigger user`;
    await owner`alter table audit_people disable trigger user`;
    await owner`alter table audit_heads disable trigger user`;
    await act(owner);
    await owner`alter table audit_entries enable trigger user`;
    await owner`alter table audit_people enable trigger user`;
    await owner`alter table audit_heads enable trigger user`;
  });
}

async function write(count: number) {
  const admin = await staff("admin");
  for (let time = 0; time < count; time++) {
    const actor = time % 4 === 3 ? system : admin;
    await db.transaction((tx) =>
      recordAudit(tx, actor, {
        action: "test.written",
        subject: "it",
        details: { time: `${time}` },
      }),
    );
  }
  return admin;
}

beforeEach(async () => {
  await tamper((owner) => owner`truncate audit_entries, audit_people, audit_heads`);
});

test("an empty log is whole", async () => {
  expect(await verifyChain()).toMatchObject({ whole: true, entries: 0, since: null, head: null });
});

test("a log nobody touched is whole, and says from when on", async () => {
  await write(ENTRIES);
  expect(await verifyChain()).toMatchObject({
    whole: true,
    entries: ENTRIES,
    since: expect.stringMatching(/^\d{4}-/),
    erased: 0,
    head: { seq: ENTRIES, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

describe("what somebody did to the log is found and named", () => {
  const cases: [string, (owner: postgres.Sql) => Promise<unknown>, object][] = [
    [
      "one entry changed",
      (owner) => owner`update audit_entries set action = 'x' where seq = 5`,
      { seq: 5, flaw: "changed" },
    ],
    [
      "details changed",
      (owner) => owner`update audit_entries set details = '{"time": "9"}' where seq = 5`,
      { seq: 5, flaw: "changed" },
    ],
    [
      "one entry changed with a hash that fits",
      async (owner) => {
        await owner`update audit_entries set action = 'x' where seq = 5`;
        await owner`update audit_entries e set hash = audit_entry_hash(e) where seq = 5`;
      },
      { seq: 5, flaw: "changed" },
    ],
    [
      "one deleted",
      (owner) => owner`delete from audit_entries where seq = 5`,
      { seq: 5, flaw: "missing" },
    ],
    [
      "the first deleted",
      (owner) => owner`delete from audit_entries where seq = 1`,
      { seq: 1, flaw: "missing" },
    ],
    [
      "one added at the end by hand",
      (
        owner,
      ) => owner`insert into audit_entries (seq, actor_kind, actor_id, action, subject, details)
        values (13, 'staff', 'usr', 'x', 'it', '{}')`,
      { seq: 13, flaw: "added" },
    ],
    [
      "one added before the first",
      (
        owner,
      ) => owner`insert into audit_entries (seq, actor_kind, actor_id, action, subject, details)
        values (0, 'staff', 'usr', 'x', 'it', '{}')`,
      { seq: 0, flaw: "added" },
    ],
    [
      "one pushed in between, with a hash that fits",
      async (owner) => {
        for (const table of ["audit_entries", "audit_people"]) {
          await owner`update ${owner(table)} set seq = -seq where seq > 5`;
          await owner`update ${owner(table)} set seq = 1 - seq where seq < 0`;
        }
        await owner`insert into audit_entries (seq, actor_kind, actor_id, action, subject, details, previous_hash)
          select 6, 'system', 'poll', 'x', 'it', '{}', hash from audit_entries where seq = 5`;
        await owner`update audit_entries e set hash = audit_entry_hash(e) where seq = 6`;
      },
      { seq: 6, flaw: "added" },
    ],
    [
      "two swapped",
      async (owner) => {
        await owner`update audit_entries set seq = -1 where seq = 5`;
        await owner`update audit_entries set seq = 5 where seq = 8`;
        await owner`update audit_entries set seq = 8 where seq = -1`;
      },
      { seq: 5, flaw: "added" },
    ],
    [
      "another name",
      (owner) => owner`update audit_people set name = 'Somebody else' where seq = 5`,
      { seq: 5, flaw: "person_changed" },
    ],
    [
      "a name where the system acted",
      (owner) => owner`insert into audit_people (seq, name, salt) values (4, 'Somebody', 'x')`,
      { seq: 4, flaw: "person_changed" },
    ],
    [
      "a name taken away without an erasure",
      (owner) => owner`delete from audit_people where seq = 5`,
      { seq: 5, flaw: "person_missing" },
    ],
  ];

  test.each(cases)("%s", async (_, act, expected) => {
    await write(ENTRIES);
    await tamper(act);
    expect(await verifyChain()).toMatchObject({ whole: false, ...expected });
  });

  test("the end cut off, by the head that was noted in the database", async () => {
    await write(ENTRIES);
    await noteHead();
    await tamper((owner) => owner`delete from audit_entries where seq > 9`);
    expect(await verifyChain()).toMatchObject({ whole: false, seq: 10, flaw: "cut" });
  });

  test("the end cut off and the note with it, by a head that was kept elsewhere", async () => {
    await write(ENTRIES);
    const before = await verifyChain();
    if (!before.whole || !before.head) throw new Error("The log is whole");
    await tamper(async (owner) => {
      await owner`delete from audit_entries where seq > 9`;
      await owner`truncate audit_heads`;
    });
    expect(await verifyChain()).toMatchObject({ whole: true, entries: 9 });
    expect(await verifyChain(before.head)).toMatchObject({ whole: false, seq: 10, flaw: "cut" });
  });

  test("all of it written anew with hashes that fit", async () => {
    await write(ENTRIES);
    await noteHead();
    await tamper((owner) =>
      owner.unsafe(`do $$ declare entry audit_entries%rowtype; last text := ''; begin
        update audit_entries set action = 'x' where seq = 5;
        for entry in select * from audit_entries order by seq loop
          entry.previous_hash := last; last := audit_entry_hash(entry);
          update audit_entries set previous_hash = entry.previous_hash, hash = last where seq = entry.seq;
        end loop; end $$`),
    );
    expect(await verifyChain()).toMatchObject({ whole: false, seq: ENTRIES, flaw: "changed" });
  });
});

test("a head is noted once an hour, and only where the log has grown", async () => {
  const heads = async () => (await db.execute(sql`select seq from audit_heads`)).length;
  await noteHead();
  expect(await heads()).toBe(0);
  await write(3);
  await noteHead();
  await write(3);
  await noteHead();
  expect(await heads()).toBe(1);
  await tamper((owner) => owner`update audit_heads set at = at - interval '61 minutes'`);
  await noteHead();
  await noteHead();
  expect(await heads()).toBe(2);
});

describe("a person who was erased", () => {
  test("is named nowhere in the log, which stays whole", async () => {
    const other = await write(4);
    const gone = await write(ENTRIES);
    const by = await staff("admin");
    const erased = await db.transaction((tx) =>
      eraseFromAudit(tx, { actorIds: [gone.userId, "usr_nobody"], by }),
    );
    expect(erased).toBe(9);
    const left = await db.execute<{ actor_id: string }>(sql`
      select distinct actor_id from audit_entries join audit_people using (seq)`);
    expect(left.map(({ actor_id }) => actor_id).toSorted()).toEqual(
      [other.userId, by.userId].toSorted(),
    );
    expect(await verifyChain()).toMatchObject({ whole: true, erased: 9, entries: 4 + ENTRIES + 1 });
  });

  test("leaves the names of everybody else under their hashes", async () => {
    const gone = await write(2);
    await write(2);
    const by = await staff("admin");
    await db.transaction((tx) => eraseFromAudit(tx, { actorIds: [gone.userId], by }));
    await tamper((owner) => owner`update audit_people set ip = '198.51.100.1' where seq = 4`);
    expect(await verifyChain()).toMatchObject({ whole: false, seq: 4, flaw: "person_changed" });
  });
});

test("the command on the server says the same, by its status as well", async () => {
  await write(3);
  const whole = await runCommand(["verify-audit"], {});
  expect(whole).toMatchObject({ code: 0, stdout: expect.stringMatching(/^3 entries, unbroken/) });
  const noted = /Head: (\S+)/.exec(whole.stdout)?.[1] ?? "";
  await tamper((owner) => owner`delete from audit_entries where seq = 3`);
  expect((await runCommand(["verify-audit"], {})).code).toBe(0);
  expect(await runCommand(["verify-audit", "--head", noted], {})).toMatchObject({
    code: 1,
    stdout: "Entry 3 does not match: it and everything after it was cut off\n",
  });
  expect((await runCommand(["verify-audit", "--head", "3"], {})).stderr).toContain("--head");
});

test("eight writers at once leave no gap", async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => staff("onboarder")));
  await Promise.all(
    people.map(async (person) => {
      for (let time = 0; time < 25; time++) {
        await db.transaction((tx) =>
          recordAudit(tx, person, { action: "test.written", subject: "it" }),
        );
      }
    }),
  );
  expect(await verifyChain()).toMatchObject({ whole: true, entries: 200 });
});

test.each([
  "update audit_entries set action = 'x'",
  "delete from audit_entries",
  "truncate audit_entries",
  "update audit_people set name = 'x'",
  "delete from audit_people",
  "truncate audit_people",
  "delete from audit_heads",
  "alter table audit_entries disable trigger user",
])("the portal’s own role may not %s", async (statement) => {
  await expect(db.$client.unsafe(statement)).rejects.toThrow(/permission denied|must be owner/);
});

test("the owner’s own hand is refused as well, until the trigger is off", async () => {
  await write(1);
  await asOwner(async (owner) => {
    await expect(owner`update audit_people set name = 'x'`).rejects.toThrow("append-only");
    await expect(owner`delete from audit_entries`).rejects.toThrow("append-only");
  });
});
