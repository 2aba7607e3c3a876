import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations, users } from "@/db/schema";
import { queueMail } from "@/lib/mail/queue";
import { planReminder } from "@/lib/notifications/remind";
import { openLinkOf, type Submission } from "./lock-review";
import type { Decision } from "./model";

type Decided = {
  customerId: string;
  reviewId: string;
  submission: Submission;
  decision: Decision;
};

const templates = {
  approved: "approved",
  changes_requested: "changes-requested",
  rejected: "rejected",
} as const;

/** One mail to whoever handed the answers in, whatever the number of comments. */
export async function tellSubmitter(tx: Transaction, decided: Decided): Promise<void> {
  const { submission, decision, reviewId } = decided;
  const link = openLinkOf(submission);
  if (!link) return tellColleague(tx, decided);
  const { id: invitationId, version } = link;
  const asks = decision === "changes_requested";
  if (asks) await reopen(tx, invitationId);
  await queueMail(tx, {
    template: templates[decision],
    recipient: link.email,
    parameters: { invitationId, reviewId, ...(asks && { version: String(version) }) },
    invitationId,
  });
}

/** Who is asked again gets the link's whole time again. */
async function reopen(tx: Transaction, invitationId: string): Promise<void> {
  const { expiresAt, lifetimeDays } = invitations;
  await tx
    .update(invitations)
    .set({
      expiresAt: sql`greatest(${expiresAt}, now() + make_interval(days => ${lifetimeDays}))`,
    })
    .where(eq(invitations.id, invitationId));
  await planReminder(tx, invitationId);
}

/** A colleague's answers that were not approved are theirs to change. */
async function tellColleague(
  tx: Transaction,
  { customerId, submission, decision }: Decided,
): Promise<void> {
  if (decision !== "changes_requested" || !submission.userId) return;
  const [colleague] = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(
      and(
        eq(users.id, submission.userId),
        eq(users.wantsTurnMails, true),
        isNull(users.suspendedAt),
      ),
    );
  if (!colleague) return;
  await queueMail(tx, {
    template: "your-turn",
    recipient: colleague.email,
    parameters: { customerId, userId: colleague.id },
  });
}
