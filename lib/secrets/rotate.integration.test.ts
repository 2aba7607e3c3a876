import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { runCommand } from "@/scripts/testing/admin-command";

// The portal under test knows both keys; the command is run with the new one first.
const added = `k2:${randomBytes(32).toString("base64")}`;
const before = process.env.SECRETS_KEYS ?? "";
process.env.SECRETS_KEYS = `${before},${added}`;

const { db } = await import("@/db/client");
const { secrets } = await import("@/db/schema");
const { staff } = await import("@/scripts/testing/actors");
const { sentCustomer } = await import("@/scripts/testing/drafts");
const { secretRow } = await import("@/scripts/testing/secrets");
const { giveCode } = await import("@/lib/second-factor/give");
const { codeOf, newSession, withAuthenticator } = await import("@/scripts/testing/second-factor");
const { keepSecret } = await import("./keep");
const { revealSecret } = await import("./reveal");
const { countByKey } = await import("./rotate");

/** Nobody reveals more than ten an hour: each of these is read by somebody else. */
async function revealBySomebody(customerId: string) {
  return revealSecret(await staff("admin"), customerId, "sandbox");
}

const rotate = (ring: string) => runCommand(["rotate-keys"], { SECRETS_KEYS: ring });

test("while people reveal, every secret comes under the new key and none is lost", async () => {
  const admin = await staff("admin");
  const { id } = await sentCustomer(admin);
  const { person, secret: appSecret } = await withAuthenticator("viewer");
  const { customers } = await import("@/db/schema");
  const rows = Array.from({ length: 120 }, (_, number) => ({
    id: `cus_${number}_${randomBytes(4).toString("hex")}`,
    createdBy: admin.userId,
  }));
  await db.insert(customers).values(rows);
  const secretOf = (customerId: string) => `secret0of0${customerId.replaceAll("_", "0")}`;
  await db.transaction(async (tx) => {
    for (const { id: customerId } of rows) {
      await keepSecret(tx, { customerId, kind: "sandbox", secret: secretOf(customerId) });
    }
  });

  const rotating = rotate(`${added},${before}`);
  const revealed: { customerId: string; secret: string }[] = [];
  for (const { id: customerId } of rows.slice(0, 50).toReversed()) {
    const shown = await revealBySomebody(customerId);
    revealed.push({ customerId, secret: shown.ok ? shown.value.secret : shown.error.code });
  }
  const answer = await rotating;
  expect(answer).toMatchObject({ code: 0 });
  expect(answer.stdout).toMatch(/k2: 123/);

  expect(revealed).toEqual(
    rows
      .slice(0, 50)
      .toReversed()
      .map(({ id: customerId }) => ({ customerId, secret: secretOf(customerId) })),
  );
  expect(await countByKey()).toEqual({ k2: 123 });
  const given = giveCode(await newSession(person), codeOf(appSecret), person.origin);
  expect(await given).toMatchObject({ ok: true });
  for (const { id: customerId } of rows.slice(50)) {
    const shown = await revealBySomebody(customerId);
    expect(shown).toMatchObject({ value: { secret: secretOf(customerId) } });
  }
  expect(await revealSecret(admin, id, "production")).toMatchObject({ ok: true });
  // Run again there is nothing left to do.
  expect((await rotate(`${added},${before}`)).stdout).toContain("0 secrets were sealed anew");
});

test("a key that is missing is named, and nothing is changed", async () => {
  const admin = await staff("admin");
  const { id } = await sentCustomer(admin);
  const sealed = (await secretRow(id, "sandbox")).sealed;
  const answer = await rotate(added);
  expect(answer.code).toBe(1);
  expect(answer.stderr).toMatch(/The secret sec_\w+ is sealed with the key k1, which is not in/);
  expect((await secretRow(id, "sandbox")).sealed).toEqual(sealed);
  await db.delete(secrets).where(eq(secrets.customerId, id));
});
