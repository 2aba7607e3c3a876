import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { giveCode } from "@/lib/handovers/give-code";
import { sendCode } from "@/lib/handovers/send-code";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { revealSecret } from "@/lib/secrets/reveal";
import { staff } from "@/scripts/testing/actors";
import {
  attemptsOf,
  auditOf,
  customerRow,
  readyDraft,
  sentCustomer,
} from "@/scripts/testing/drafts";
import { secretRow } from "@/scripts/testing/secrets";
import { type LimitName, limits } from "./model";
import { takeTry } from "./take";

beforeAll(() => {
  process.env.LIMITS_FACTOR = "1";
});

async function useUp(name: LimitName, who: string): Promise<void> {
  for (let n = 0; n < limits[name].times; n++) await takeTry(name, who);
}

test("over the limit nothing is sent to Plaid, and the draft stays as it was", async () => {
  const onboarder = await staff("onboarder");
  const id = await readyDraft(onboarder);
  await useUp("submit", onboarder.userId);
  expect(await submitOnboarding(onboarder, id)).toMatchObject({
    ok: false,
    error: { code: "too_many", retryAfterS: expect.any(Number) },
  });
  expect(await attemptsOf(id)).toEqual([]);
  expect((await customerRow(id)).status).toBe("READY");

  const colleague = await staff("onboarder");
  expect(await submitOnboarding(colleague, id)).toMatchObject({ ok: true });
});

test("over the limit no secret is shown, and the one that is open can be opened again", async () => {
  const admin = await staff("admin");
  const { id } = await sentCustomer(admin);
  expect(await revealSecret(admin, id, "sandbox")).toMatchObject({ ok: true });
  await useUp("reveal", admin.userId);
  expect(await revealSecret(admin, id, "production")).toMatchObject({
    ok: false,
    error: { code: "too_many" },
  });
  expect(await secretRow(id, "production")).toMatchObject({ revealedBy: null });
  expect(await auditOf(id)).toContain("secret.revealed");
  expect(await revealSecret(admin, id, "sandbox")).toMatchObject({ ok: true });
});

test("a link nobody knows is told the same, however often it is asked for", async () => {
  const origin = { ip: randomUUID(), userAgent: "test" };
  const unknown = { token: "nothing", cookie: "" };
  for (let n = 0; n < 2 * limits["handover.start"].times; n++) {
    expect(await sendCode(unknown, origin)).toEqual({ ok: false, error: { code: "ended" } });
  }
  expect(await giveCode({ ...unknown, typed: "000000" }, origin)).toEqual({
    ok: false,
    error: { code: "ended" },
  });
});
