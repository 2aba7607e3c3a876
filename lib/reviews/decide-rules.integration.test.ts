import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { reviews } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { saveStep } from "@/lib/onboarding/save-step";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { staff, applicant as stranger, system } from "@/scripts/testing/actors";
import { readyDraft, wholeStep } from "@/scripts/testing/drafts";
import { fillIn, handedIn } from "@/scripts/testing/invitations";
import {
  approval,
  comment,
  decide,
  rejection,
  request,
  reviewsOf,
  seen,
  withSecondPerson,
} from "@/scripts/testing/reviews";
import { decideReview } from "./decide";

const verdicts = [
  ["approve", approval],
  ["ask for changes", request],
  ["reject", rejection],
] as const;

describe.each(verdicts)("who wants to %s", (_, verdict) => {
  test("may review", async () => {
    const { customerId, applicant } = await handedIn(await staff("onboarder"));
    for (const actor of [stranger, applicant, system, await staff("viewer")]) {
      await expect(decide(actor, customerId, verdict)).rejects.toThrow(ForbiddenError);
    }
    expect(await reviewsOf(customerId)).toEqual([]);
  });

  test("finds it in review", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    const page = await seen(customerId);
    await decide(onboarder, customerId, approval);
    expect(await decideReview(onboarder, { ...page, verdict })).toEqual({
      ok: false,
      error: { code: "not_in_review", status: "DRAFT" },
    });
    expect(await decideReview(onboarder, { ...page, customerId: "cus_no", verdict })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });

  test("is refused when a colleague changed an answer meanwhile, until it is looked at again", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    const page = await seen(customerId);
    const change = wholeStep(
      customerId,
      "company",
      {},
      {
        base: 9,
        patch: { website: "https://other.example" },
      },
    );
    await saveStep(await staff("admin"), change);
    if (verdict === request) await comment(onboarder, customerId);
    expect(await decideReview(onboarder, { ...page, verdict })).toEqual({
      ok: false,
      error: { code: "stale" },
    });
    expect(await decide(onboarder, customerId, verdict)).toMatchObject({ ok: true });
  });

  test("is refused when the customer handed in other answers meanwhile", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    const page = await seen(customerId);
    await comment(onboarder, customerId);
    await decide(onboarder, customerId, request);
    await fillIn(applicant);
    await submitForReview(applicant, { customerId, addendumVersion: null });
    expect(await decideReview(onboarder, { ...page, verdict })).toMatchObject({
      error: { code: "stale" },
    });
  });
});

test("two people decide at once: one does, the other is told", async () => {
  const [one, other] = [await staff("onboarder"), await staff("admin")];
  const { customerId } = await handedIn(one);
  const page = await seen(customerId);
  const results = await Promise.all([
    decideReview(one, { ...page, verdict: approval }),
    decideReview(other, { ...page, verdict: rejection }),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: "not_in_review" } });
  expect(await reviewsOf(customerId)).toHaveLength(1);
});

describe("where two people are wanted", () => {
  test("nobody approves what they handed in, and somebody else does", async () => {
    const author = await staff("onboarder");
    const customerId = await readyDraft(author);
    await submitForReview(author, { customerId, addendumVersion: null });
    await withSecondPerson({ secondPersonSends: true }, async () => {
      expect(await decide(author, customerId, approval)).toEqual({
        ok: false,
        error: { code: "own_submission" },
      });
      expect(await decide(await staff("onboarder"), customerId, approval)).toMatchObject({
        ok: true,
      });
    });
  });

  test("the database knows as well", async () => {
    const author = await staff("onboarder");
    const customerId = await readyDraft(author);
    await submitForReview(author, { customerId, addendumVersion: null });
    await decide(author, customerId, approval);
    const [kept] = await reviewsOf(customerId);
    if (!kept) throw new Error("Nothing was approved");
    const { id: _id, ...copy } = kept;
    await withSecondPerson({ secondPersonSends: true }, async () => {
      await expect(db.insert(reviews).values(copy)).rejects.toThrow();
    });
  });
});

describe("the database", () => {
  test.each([
    ["a rejection without a reason", { decision: "rejected", reasonCode: "other" }],
    ["a rejection without a code", { decision: "rejected", reason: "Because" }],
    ["an approval with a reason's code", { reasonCode: "other" }],
    ["no address", { ip: "" }],
    ["no browser", { userAgent: "" }],
    ["no name", { userName: "" }],
    ["no answers", { answersSha256: "" }],
  ] as const)("refuses %s", async (_, wrong) => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    await decide(onboarder, customerId, approval);
    const [kept] = await reviewsOf(customerId);
    if (!kept) throw new Error("Nothing was approved");
    const { id: _id, ...copy } = kept;
    await expect(db.insert(reviews).values({ ...copy, ...wrong })).rejects.toThrow();
  });

  test("keeps a review as it was, and one only of what was handed in last", async () => {
    const onboarder = await staff("onboarder");
    const [one, other] = [await handedIn(onboarder), await handedIn(onboarder)];
    await decide(onboarder, one.customerId, approval);
    const [kept] = await reviewsOf(one.customerId);
    if (!kept) throw new Error("Nothing was approved");
    const own = eq(reviews.id, kept.id);
    await expect(db.update(reviews).set({ decision: "rejected" }).where(own)).rejects.toThrow();
    await expect(db.delete(reviews).where(own)).rejects.toThrow();
    const { id: _id, ...copy } = kept;
    const elsewhere = { ...copy, customerId: other.customerId };
    await expect(db.insert(reviews).values(elsewhere)).rejects.toThrow();
  });
});
