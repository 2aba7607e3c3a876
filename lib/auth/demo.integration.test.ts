import { expect, test } from "vitest";

// Read once by the modules under test.
process.env.DEMO = "1";

const { staff } = await import("@/scripts/testing/actors");
const { withAuthenticator } = await import("@/scripts/testing/second-factor");
const { removeFactor } = await import("@/lib/second-factor/remove");
const { getFactors } = await import("@/lib/second-factor/queries");
const { requireFreshSignIn } = await import("./fresh-sign-in");

const stale = { ok: false, error: { code: "sign_in_again" } };
const sixteenMinutesAgo = new Date(Date.now() - 16 * 60_000);

test("in the demo a fresh sign-in is enough for who has no second factor", async () => {
  const admin = { ...(await staff("admin")), secondFactorAt: null };
  expect(await requireFreshSignIn(admin)).toMatchObject({ ok: true });
  const late = { ...admin, authenticatedAt: sixteenMinutesAgo };
  expect(await requireFreshSignIn(late)).toEqual(stale);
});

test("who has set one up there gives it, and may remove it again", async () => {
  const { person } = await withAuthenticator("admin");
  expect(await requireFreshSignIn({ ...person, secondFactorAt: null })).toEqual(stale);
  expect(await requireFreshSignIn(person)).toMatchObject({ ok: true });
  const [factor] = (await getFactors(person)).factors;
  expect(await removeFactor(person, factor?.id ?? "")).toMatchObject({ ok: true });
});
