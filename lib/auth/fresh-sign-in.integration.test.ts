import { expect, test } from "vitest";
import { db } from "@/db/client";
import { enableCustomer } from "@/lib/customers/enable";
import { removeCustomer } from "@/lib/customers/remove";
import { createHandover } from "@/lib/handovers/create";
import { confirmAbsent } from "@/lib/onboarding/reconcile";
import { resetFactors } from "@/lib/second-factor/remove";
import { type Staff, staff } from "@/scripts/testing/actors";
import { requireFreshForFactors, requireFreshSignIn } from "./fresh-sign-in";

const fresh = { ok: true, value: null };
const stale = { ok: false, error: { code: "sign_in_again" } };

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test("a second factor is fresh for a quarter of an hour", async () => {
  const admin = await staff("admin");
  const given = (minutes: number) => ({ ...admin, secondFactorAt: ago(minutes) });
  expect(await requireFreshSignIn(given(0))).toEqual(fresh);
  expect(await requireFreshSignIn(given(14.9))).toEqual(fresh);
  expect(await requireFreshSignIn(given(15.1))).toEqual(stale);
  const inTransaction = db.transaction((tx) => requireFreshSignIn(given(60), tx));
  expect(await inTransaction).toEqual(stale);
});

const id = "cus_nobody";
const handover = { customerId: id, name: "Bo Ek", email: "bo@b.test", language: "en" };

test.each<[string, (actor: Staff) => Promise<unknown>]>([
  ["enabling", (actor) => enableCustomer(actor, id)],
  ["removing", (actor) => removeCustomer(actor, id)],
  ["saying that Plaid does not have it", (actor) => confirmAbsent(actor, id, "Acme")],
  ["handing over", (actor) => createHandover(actor, { ...handover, kinds: ["production"] })],
  ["resetting somebody's factors", (actor) => resetFactors(actor, "usr_nobody")],
])("%s takes a fresh second factor before anything is looked at", async (_, act) => {
  const admin = await staff("admin");
  expect(await act({ ...admin, secondFactorAt: ago(16) })).toEqual(stale);
  expect(await act({ ...admin, secondFactorAt: null })).toEqual(stale);
  expect(await act(admin)).not.toEqual(stale);
});

test("a sign-in alone is never enough, but for setting up the first factor", async () => {
  const onboarder = { ...(await staff("onboarder")), secondFactorAt: null };
  expect(await requireFreshSignIn(onboarder)).toEqual(stale);
  expect(await requireFreshForFactors(onboarder)).toEqual(fresh);
  expect(await requireFreshForFactors({ ...onboarder, authenticatedAt: ago(15.1) })).toEqual(stale);
});
