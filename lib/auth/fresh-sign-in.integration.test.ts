import { expect, test } from "vitest";
import { db } from "@/db/client";
import { staff } from "@/scripts/testing/actors";
import { requireFreshSignIn } from "./fresh-sign-in";

async function signedInAgo(minutes: number) {
  const authenticatedAt = new Date(Date.now() - minutes * 60_000);
  return { ...(await staff("admin")), authenticatedAt };
}

test("a sign-in is fresh for a quarter of an hour", async () => {
  expect(await requireFreshSignIn(await signedInAgo(0))).toEqual({ ok: true, value: null });
  expect(await requireFreshSignIn(await signedInAgo(14.9))).toMatchObject({ ok: true });
  const stale = { ok: false, error: { code: "sign_in_again" } };
  expect(await requireFreshSignIn(await signedInAgo(15.1))).toEqual(stale);
  const inTransaction = db.transaction(async (tx) => requireFreshSignIn(await signedInAgo(60), tx));
  expect(await inTransaction).toEqual(stale);
});
