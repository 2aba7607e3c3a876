import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema";
import { saveStep } from "@/lib/onboarding/save-step";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { staff } from "@/scripts/testing/actors";
import { auditOf, confirm, customerRow, readyDraft, wholeStep } from "@/scripts/testing/drafts";
import { handedIn } from "@/scripts/testing/invitations";
import {
  approval,
  comment,
  decide,
  mailsTo,
  rejection,
  request,
  reviewsOf,
} from "@/scripts/testing/reviews";
import { startReview } from "./reviewing";

describe("approving", () => {
  test("gives the draft back as its answers make it, and tells the customer", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    await startReview(onboarder, customerId);
    expect(await decide(onboarder, customerId, approval)).toEqual({
      ok: true,
      value: { status: "DRAFT" },
    });
    expect(await customerRow(customerId)).toMatchObject({
      status: "DRAFT",
      reviewerId: null,
      reviewingSince: null,
    });
    expect(await reviewsOf(customerId)).toMatchObject([
      {
        ...{ decision: "approved", reason: "", reasonCode: null },
        ...{ userId: onboarder.userId, userName: onboarder.name, ...onboarder.origin },
        authenticatedAt: onboarder.authenticatedAt,
        answersSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        answers: { company: { website: "https://harbor.example" } },
      },
    ]);
    expect((await mailsTo(applicant.email)).at(-1)).toMatchObject({ template: "approved" });
    expect((await auditOf(customerId)).at(-1)).toBe("review.approved");
  });

  test("leaves answers ready that were confirmed before", async () => {
    const author = await staff("onboarder");
    const customerId = await readyDraft(author);
    await submitForReview(author, { customerId, addendumVersion: null });
    expect(await decide(await staff("admin"), customerId, approval)).toMatchObject({
      value: { status: "READY" },
    });
    await confirm(author, customerId);
  });

  test("waits until questions are sent or taken back", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    await comment(onboarder, customerId);
    const left = { ok: false, error: { code: "unsent_questions", count: 1 } };
    expect(await decide(onboarder, customerId, approval)).toEqual(left);
    expect(await decide(onboarder, customerId, rejection)).toEqual(left);
  });
});

describe("asking for changes", () => {
  test("sends every question in one mail, and opens the customer's turn and link again", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    const link = eq(invitations.id, applicant.invitationId);
    await db.update(invitations).set({ expiresAt: new Date() }).where(link);
    await comment(onboarder, customerId);
    await comment(onboarder, customerId, { step: "support", path: "email" });
    await comment(onboarder, customerId, { internal: true });
    expect(await decide(onboarder, customerId, request)).toEqual({
      ok: true,
      value: { status: "CHANGES_REQUESTED" },
    });
    const [review] = await reviewsOf(customerId);
    const asked = (await mailsTo(applicant.email)).filter(
      ({ template }) => template === "changes-requested",
    );
    expect(asked).toMatchObject([
      {
        invitationId: applicant.invitationId,
        parameters: { invitationId: applicant.invitationId, version: "1", reviewId: review?.id },
      },
    ]);
    const [reopened] = await db.select().from(invitations).where(link);
    expect(reopened?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 13 * 86_400_000);
  });

  test("needs a question; a note for colleagues is none", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    await comment(onboarder, customerId, { internal: true });
    expect(await decide(onboarder, customerId, request)).toEqual({
      ok: false,
      error: { code: "nothing_asked" },
    });
  });

  test("comes back to us where the link was revoked meanwhile", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    await db
      .update(invitations)
      .set({ revokedAt: new Date() })
      .where(eq(invitations.id, applicant.invitationId));
    await comment(onboarder, customerId);
    const before = await mailsTo(applicant.email);
    expect(await decide(onboarder, customerId, request)).toMatchObject({
      value: { status: "DRAFT" },
    });
    expect(await mailsTo(applicant.email)).toEqual(before);
  });

  test("of a colleague's answers gives them back and tells the colleague", async () => {
    const author = await staff("onboarder");
    const customerId = await readyDraft(author);
    await submitForReview(author, { customerId, addendumVersion: null });
    const reviewer = await staff("onboarder");
    await comment(reviewer, customerId, { step: "products", path: "products" });
    expect(await decide(reviewer, customerId, request)).toMatchObject({
      value: { status: "READY" },
    });
    expect(await mailsTo(author.email)).toMatchObject([{ template: "your-turn" }]);
  });
});

describe("rejecting", () => {
  test("is for a reason, ends every link, and tells the customer", async () => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    expect(await decide(onboarder, customerId, rejection)).toEqual({
      ok: true,
      value: { status: "REJECTED" },
    });
    expect(await reviewsOf(customerId)).toMatchObject([{ ...rejection }]);
    const links = await db.select().from(invitations).where(eq(invitations.customerId, customerId));
    expect(links.map(({ revokedAt }) => revokedAt)).toEqual([expect.any(Date)]);
    expect((await mailsTo(applicant.email)).at(-1)).toMatchObject({ template: "rejected" });
    const late = wholeStep(customerId, "support", { email: "late@harbor.example" });
    expect(await saveStep(onboarder, late)).toMatchObject({ error: { code: "already_sent" } });
  });

  test("without words is refused", async () => {
    const onboarder = await staff("onboarder");
    const { customerId } = await handedIn(onboarder);
    expect(await decide(onboarder, customerId, { ...rejection, reason: "  " })).toEqual({
      ok: false,
      error: { code: "no_reason" },
    });
  });
});
