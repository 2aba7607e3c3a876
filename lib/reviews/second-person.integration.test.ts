import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { createAttempts, partnerSettings } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { partnerName, readPartner } from "@/lib/onboarding/partner";
import { saveStep } from "@/lib/onboarding/save-step";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { applicant, staff, system } from "@/scripts/testing/actors";
import { attemptsOf, confirm, customerRow, readyDraft, wholeStep } from "@/scripts/testing/drafts";
import { handedIn } from "@/scripts/testing/invitations";
import { approval, decide, withSecondPerson } from "@/scripts/testing/reviews";
import { getApproval } from "./approval";
import { reviewers } from "./assign";

const both = { secondPersonSends: true };
const needsApproval = { ok: false, error: { code: "needs_approval" } };

/** A draft of one person's, approved by another. */
async function approved() {
  const [author, approver] = [await staff("onboarder"), await staff("admin")];
  const id = await readyDraft(author);
  await submitForReview(author, { customerId: id, addendumVersion: null });
  await decide(approver, id, approval);
  return { author, approver, id };
}

describe("sending by two people", () => {
  test("is refused without an approval, and says who could give it", async () => {
    const author = await staff("onboarder");
    const id = await readyDraft(author);
    expect(await getApproval(author, id)).toBeNull();
    await withSecondPerson(both, async () => {
      expect(await submitOnboarding(author, id)).toEqual(needsApproval);
      const view = await getApproval(author, id);
      expect(view?.approved).toBeNull();
      expect(view?.others).toHaveLength((await reviewers(db)).length - 1);
    });
  });

  test("is for somebody else than who approved", async () => {
    const { author, approver, id } = await approved();
    await withSecondPerson(both, async () => {
      expect((await getApproval(approver, id))?.approved?.yours).toBe(true);
      expect(await submitOnboarding(approver, id)).toEqual(needsApproval);
      expect((await getApproval(author, id))?.approved).toMatchObject({ by: approver.name });
      expect(await submitOnboarding(author, id)).toMatchObject({ ok: true });
    });
    const [attempt] = await attemptsOf(id);
    expect(attempt?.reviewId).toMatch(/^rev_/);
  });

  test("wants the approval of exactly these answers", async () => {
    const { author, id } = await approved();
    const patch = { email: "other@harbor.example" };
    await saveStep(author, wholeStep(id, "support", {}, { base: 9, patch }));
    await confirm(author, id);
    await withSecondPerson(both, async () => {
      expect(await submitOnboarding(author, id)).toEqual(needsApproval);
    });
  });

  test("approver and author press at once: one call, by the author", async () => {
    const { author, approver, id } = await approved();
    const results = await withSecondPerson(both, () =>
      Promise.all([submitOnboarding(approver, id), submitOnboarding(author, id)]),
    );
    expect(results.map(({ ok }) => ok)).toEqual([false, true]);
    expect(await attemptsOf(id)).toMatchObject([{ userId: author.userId, state: "CREATED" }]);
  });

  test("counts a colleague's approval where both approved the same answers", async () => {
    const { author, approver, id } = await approved();
    await submitForReview(approver, { customerId: id, addendumVersion: null });
    await decide(author, id, approval);
    await withSecondPerson(both, async () => {
      expect(await submitOnboarding(author, id)).toMatchObject({ ok: true });
    });
  });

  test("of what a customer handed in: who approves it does not send it", async () => {
    const [approver, colleague] = [await staff("onboarder"), await staff("admin")];
    const { customerId } = await handedIn(approver);
    await decide(approver, customerId, approval);
    await confirm(approver, customerId);
    await withSecondPerson(both, async () => {
      expect(await submitOnboarding(approver, customerId)).toEqual(needsApproval);
      expect(await submitOnboarding(colleague, customerId)).toMatchObject({ ok: true });
    });
    expect(await customerRow(customerId)).toMatchObject({ status: "PENDING_ENABLEMENT" });
  });

  test("the database refuses an attempt under one's own approval", async () => {
    const { author, approver, id } = await approved();
    await withSecondPerson(both, async () => {
      await submitOnboarding(author, id);
      const [{ id: _id, ...attempt } = { id: "" }] = await attemptsOf(id);
      const again = { ...attempt, state: "ABSENT", applicationNameKey: null } as const;
      const insert = (userId: string, reviewId: string | null) =>
        db
          .insert(createAttempts)
          .values({ payload: {}, payloadSha256: "", customerId: id, ...again, userId, reviewId });
      const { reviewId = null } = (await attemptsOf(id))[0] ?? {};
      await expect(insert(approver.userId, reviewId)).rejects.toThrow();
      await expect(insert(author.userId, null)).rejects.toThrow();
      await insert(author.userId, reviewId);
    });
  });

  test("is nobody's business outside the team", async () => {
    const { id } = await approved();
    for (const actor of [await staff("viewer"), applicant, system]) {
      await expect(getApproval(actor, id)).rejects.toThrow(ForbiddenError);
    }
  });
});

describe("the partner's wish", () => {
  afterEach(() => db.delete(partnerSettings));

  test("gives a partner without a name none", async () => {
    await db.insert(partnerSettings).values({ secondPersonSends: true });
    expect(await partnerName()).toBeNull();
    expect((await readPartner(db)).partnerName).toBe("our company");
  });
});
