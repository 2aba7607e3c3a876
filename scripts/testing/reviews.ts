import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mails, partnerSettings, reviews } from "@/db/schema";
import type { Actor } from "@/lib/auth/model";
import { answersSha256 } from "@/lib/onboarding/payload";
import { readState } from "@/lib/onboarding/read-state";
import { addComment } from "@/lib/reviews/comment";
import { type DecideInput, decideReview, type Verdict } from "@/lib/reviews/decide";
import { readSubmission } from "@/lib/reviews/lock-review";

/** What somebody sees who opens the review now. */
export async function seen(customerId: string): Promise<Omit<DecideInput, "verdict">> {
  const submission = await readSubmission(db, customerId);
  const { answers } = await readState(db, customerId);
  return {
    customerId,
    submissionId: submission?.id ?? "",
    answersSha256: answersSha256(answers),
  };
}

export const approval: Verdict = { decision: "approved" };
export const request: Verdict = { decision: "changes_requested" };
export const rejection = {
  decision: "rejected",
  reasonCode: "not_a_fit",
  reason: "We serve companies in the EU alone",
} satisfies Verdict;

export async function decide(actor: Actor, customerId: string, verdict: Verdict) {
  return decideReview(actor, { ...(await seen(customerId)), verdict });
}

/** A question or a note about the website. @returns its words. */
export async function comment(
  actor: Actor,
  customerId: string,
  options: Partial<Parameters<typeof addComment>[1]> = {},
): Promise<string> {
  const body = options.body ?? `Words ${randomUUID()}`;
  const place = { step: "company", path: "website" } as const;
  const added = await addComment(actor, {
    ...place,
    customerId,
    internal: false,
    ...options,
    body,
  });
  if (!added.ok) throw new Error(`The comment was not added: ${added.error.code}`);
  return body;
}

export function reviewsOf(customerId: string) {
  return db.select().from(reviews).where(eq(reviews.customerId, customerId)).orderBy(reviews.at);
}

export function mailsTo(recipient: string) {
  return db.select().from(mails).where(eq(mails.recipient, recipient)).orderBy(mails.createdAt);
}

/** Runs with the partner's wish for two people, and without it afterwards. */
export async function withSecondPerson<T>(
  wish: { secondPersonSends?: boolean; secondPersonEnables?: boolean },
  run: () => Promise<T>,
): Promise<T> {
  await db.insert(partnerSettings).values(wish);
  return run().finally(() => db.delete(partnerSettings));
}
