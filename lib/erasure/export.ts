import "server-only";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import {
  answerChanges,
  applicantDevices,
  auditEntries,
  auditPeople,
  createAttempts,
  customers,
  handoverDevices,
  handovers,
  invitations,
  mails,
  reviewComments,
  reviews,
  stepAnswers,
  submissions,
} from "@/db/schema";
import { ofEntry } from "@/lib/audit/person";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";

const PAGE = 500;

/**
 * Everything that is held about the people of a customer, as one JSON document in parts; no secret,
 * no token and no hash of one. Undefined when there is no such customer.
 */
export async function exportPersonalData(
  actor: Actor,
  customerId: string,
): Promise<AsyncGenerator<string> | undefined> {
  authorize(actor, "person.export");
  const [customer] = await db
    .select({ id: customers.id, companyName: customers.companyName })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!customer) return undefined;
  await db.transaction((tx) =>
    recordAudit(tx, actor, { action: "person.exported", subject: customerId }),
  );
  return documentOf(customer);
}

async function* documentOf(customer: { id: string; companyName: string }) {
  yield `{\n"customer": ${JSON.stringify(customer)}`;
  for (const [name, read] of Object.entries(sections)) {
    yield `,\n${JSON.stringify(name)}: ${JSON.stringify(await read(customer.id), null, 1)}`;
  }
  yield ',\n"auditLog": [';
  let separator = "\n";
  for await (const page of auditPages(customer.id)) {
    for (const entry of page) {
      yield `${separator}${JSON.stringify(entry)}`;
      separator = ",\n";
    }
  }
  yield "\n]\n}\n";
}

const linksOf = (id: string) =>
  db.select({ id: invitations.id }).from(invitations).where(eq(invitations.customerId, id));
const handedOf = (id: string) =>
  db.select({ id: handovers.id }).from(handovers).where(eq(handovers.customerId, id));

const mailColumns = {
  template: mails.template,
  recipient: mails.recipient,
  createdAt: mails.createdAt,
  sentAt: mails.sentAt,
  refusal: mails.refusal,
};

const sections: Record<string, (customerId: string) => Promise<unknown[]>> = {
  answers: (id) =>
    db
      .select({
        step: stepAnswers.step,
        answers: stepAnswers.answers,
        savedAt: stepAnswers.savedAt,
      })
      .from(stepAnswers)
      .where(
        and(
          eq(stepAnswers.customerId, id),
          inArray(stepAnswers.step, ["company", "contacts", "support"]),
        ),
      ),
  earlierAnswers: (id) =>
    db
      .select({
        step: answerChanges.step,
        field: answerChanges.path,
        before: answerChanges.before,
        after: answerChanges.after,
        changedBy: answerChanges.changedBy,
        at: answerChanges.at,
      })
      .from(answerChanges)
      .where(eq(answerChanges.customerId, id))
      .orderBy(asc(answerChanges.at)),
  sentToPlaid: (id) =>
    db
      .select({
        at: createAttempts.startedAt,
        outcome: createAttempts.state,
        answers: createAttempts.payload,
      })
      .from(createAttempts)
      .where(eq(createAttempts.customerId, id))
      .orderBy(asc(createAttempts.startedAt)),
  invitedPeople: (id) =>
    db
      .select({
        id: invitations.id,
        name: invitations.name,
        email: invitations.email,
        language: invitations.language,
        message: invitations.message,
        steps: invitations.steps,
        createdAt: invitations.createdAt,
        openedAt: invitations.openedAt,
        activeAt: invitations.activeAt,
        submittedAt: invitations.submittedAt,
        revokedAt: invitations.revokedAt,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .where(eq(invitations.customerId, id))
      .orderBy(asc(invitations.createdAt)),
  theirDevices: (id) =>
    db
      .select({
        invitation: applicantDevices.invitationId,
        ip: applicantDevices.ip,
        userAgent: applicantDevices.userAgent,
        createdAt: applicantDevices.createdAt,
        confirmedAt: applicantDevices.confirmedAt,
        lastSeenAt: applicantDevices.lastSeenAt,
      })
      .from(applicantDevices)
      .where(inArray(applicantDevices.invitationId, linksOf(id))),
  handedIn: (id) =>
    db
      .select({
        reference: submissions.reference,
        name: submissions.name,
        email: submissions.email,
        ip: submissions.ip,
        userAgent: submissions.userAgent,
        answers: submissions.answers,
        accepted: submissions.addendumText,
        at: submissions.at,
      })
      .from(submissions)
      .where(eq(submissions.customerId, id))
      .orderBy(asc(submissions.at)),
  reviews: (id) =>
    db
      .select({
        decision: reviews.decision,
        reason: reviews.reason,
        answers: reviews.answers,
        at: reviews.at,
      })
      .from(reviews)
      .where(eq(reviews.customerId, id))
      .orderBy(asc(reviews.at)),
  comments: (id) =>
    db
      .select({
        step: reviewComments.step,
        field: reviewComments.path,
        text: reviewComments.body,
        at: reviewComments.at,
      })
      .from(reviewComments)
      .where(eq(reviewComments.customerId, id))
      .orderBy(asc(reviewComments.at)),
  handOvers: (id) =>
    db
      .select({
        id: handovers.id,
        name: handovers.name,
        email: handovers.email,
        createdAt: handovers.createdAt,
        openedAt: handovers.openedAt,
        revealedAt: handovers.revealedAt,
        revealedIp: handovers.revealedIp,
        revealedUserAgent: handovers.revealedUserAgent,
      })
      .from(handovers)
      .where(eq(handovers.customerId, id))
      .orderBy(asc(handovers.createdAt)),
  handOverDevices: (id) =>
    db
      .select({
        handOver: handoverDevices.handoverId,
        ip: handoverDevices.ip,
        userAgent: handoverDevices.userAgent,
        codeSentAt: handoverDevices.codeSentAt,
        confirmedAt: handoverDevices.confirmedAt,
      })
      .from(handoverDevices)
      .where(inArray(handoverDevices.handoverId, handedOf(id))),
  mailsToInvitedPeople: (id) =>
    db
      .select(mailColumns)
      .from(mails)
      .where(inArray(mails.invitationId, linksOf(id)))
      .orderBy(asc(mails.createdAt)),
  mailsAboutHandOvers: (id) =>
    db
      .select(mailColumns)
      .from(mails)
      .where(inArray(mails.handoverId, handedOf(id)))
      .orderBy(asc(mails.createdAt)),
};

/** What the customer's people did, as the log tells it. */
async function* auditPages(customerId: string) {
  for (let after = 0; ; ) {
    const page = await db
      .select({
        seq: auditEntries.seq,
        at: auditEntries.at,
        person: auditEntries.actorId,
        action: auditEntries.action,
        details: auditEntries.details,
        ip: auditPeople.ip,
        userAgent: auditPeople.userAgent,
      })
      .from(auditEntries)
      .leftJoin(auditPeople, ofEntry)
      .where(
        and(
          eq(auditEntries.subject, customerId),
          inArray(auditEntries.actorKind, ["applicant", "recipient"]),
          gt(auditEntries.seq, after),
        ),
      )
      .orderBy(asc(auditEntries.seq))
      .limit(PAGE);
    yield page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.seq;
  }
}
