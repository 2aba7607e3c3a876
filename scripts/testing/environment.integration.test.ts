import { createTransport } from "nodemailer";
import postgres from "postgres";
import { expect, test } from "vitest";
import { emulator, mailbox } from "./context";

test("a test file gets a migrated database in which the portal's role may work", async () => {
  const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1 });
  try {
    const [who] = await sql`select current_user as role, current_database() as name`;
    expect(who?.role).toBe("vestibule_app");
    expect(who?.name).toMatch(/^test_/);
    expect(await sql`select count(*)::int as rows from audit_entries`).toEqual([{ rows: 0 }]);
    await expect(sql`create table mine (id int)`).rejects.toThrow("permission denied");
  } finally {
    await sql.end();
  }
});

test("a test file gets an emulator that does only what it is told", async () => {
  await emulator.nextCreate("UNDER_REVIEW");
  expect(await emulator.requests()).toEqual([]);
  expect(await emulator.state()).toMatchObject({ customers: [] });
});

test("a test file gets a mailbox of its own", async () => {
  const mail = { from: "a@demo.test", to: "b@demo.test", subject: "Hello", text: "Hi" };
  await createTransport(process.env.SMTP_URL).sendMail(mail);

  const message = await mailbox.waitFor("b@demo.test");
  expect(message.subject).toBe("Hello");
  await mailbox.clear();
  expect(await mailbox.messages()).toEqual([]);
});
