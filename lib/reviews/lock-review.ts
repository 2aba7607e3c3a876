import "server-only";
import { desc, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { invitations, submissions } from "@/db/schema";
import { lockDraft } from "@/lib/onboarding/lock-draft";
import { fail, ok, type Result } from "@/lib/result";
import type { LockError } from "./model";

/** Answers that wait for a decision, held until the transaction ends. */
export async function lockReview(
  tx: Transaction,
  customerId: string,
): Promise<Result<{ submission: Submission }, LockError>> {
  const draft = await lockDraft(tx, customerId);
  if (!draft.ok) {
    return fail(
      draft.error.code === "not_found" ? draft.error : { ...draft.error, code: "not_in_review" },
    );
  }
  const { status } = draft.value;
  if (status !== "IN_REVIEW") return fail({ code: "not_in_review", status });
  const submission = await readSubmission(tx, customerId);
  if (!submission) throw new Error("It is in review, and nothing was handed in");
  return ok({ submission });
}

export type Submission = NonNullable<Awaited<ReturnType<typeof readSubmission>>>;

/** What was handed in last, and the link of the person who did; null when a colleague did. */
export async function readSubmission(source: Database | Transaction, customerId: string) {
  const [found] = await source
    .select({
      id: submissions.id,
      name: submissions.name,
      email: submissions.email,
      at: submissions.at,
      reference: submissions.reference,
      userId: submissions.userId,
      invitation: {
        id: invitations.id,
        email: invitations.email,
        version: invitations.version,
        revokedAt: invitations.revokedAt,
      },
    })
    .from(submissions)
    .leftJoin(invitations, eq(invitations.id, submissions.invitationId))
    .where(eq(submissions.customerId, customerId))
    .orderBy(desc(submissions.at), desc(submissions.id))
    .limit(1);
  return found;
}

/** The link that questions go to; undefined where only colleagues can answer them. */
export function openLinkOf({ invitation }: Submission) {
  return invitation && invitation.revokedAt === null ? invitation : undefined;
}
