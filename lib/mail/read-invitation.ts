import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { applicantDevices, customers, invitations, reviews, submissions, users } from "@/db/schema";
import { invitationUrl } from "@/lib/invitations/link";
import type { AnswerStep } from "@/lib/onboarding/model";
import { commentsForApplicant } from "@/lib/reviews/comments-for-applicant";
import type { Invitation } from "./letters/customer";
import { type MailFacts, numberOf, required } from "./parameters";
import { partnerOf, welcomeOf } from "./partner";

const origin = alias(invitations, "origin");

type Found = Invitation & { id: string; status: string };

/**
 * The invitation a mail is about; undefined when it ended meanwhile, or has another reader or link.
 *
 * @param ended also one that was revoked: for mails that say so, without a link.
 */
export async function readInvitation(
  { recipient, parameters }: MailFacts,
  { ended = false } = {},
): Promise<Found | undefined> {
  const version = parameters.version && numberOf(parameters, "version");
  const [found] = await db
    .select({
      id: invitations.id,
      version: invitations.version,
      language: invitations.language,
      name: invitations.name,
      email: invitations.email,
      steps: invitations.steps,
      message: invitations.message,
      dueOn: invitations.dueOn,
      expiresAt: invitations.expiresAt,
      company: customers.companyName,
      status: customers.status,
      sender: sql<string>`coalesce(${users.name}, ${origin.name}, '')`,
    })
    .from(invitations)
    .innerJoin(customers, eq(customers.id, invitations.customerId))
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .leftJoin(origin, eq(origin.id, invitations.forwardedFrom))
    .where(
      and(
        eq(invitations.id, required(parameters, "invitationId")),
        eq(invitations.email, recipient),
        ended ? undefined : isNull(invitations.revokedAt),
        version ? eq(invitations.version, version) : undefined,
      ),
    );
  if (!found) return undefined;
  const { greeting } = await welcomeOf();
  return { ...found, partner: await partnerOf(), greeting, url: invitationUrl(found) };
}

/** The device that waits for a code, with its invitation; undefined when a newer code was asked for. */
export async function readDevice({ recipient, parameters }: MailFacts) {
  const [device] = await db
    .select({
      id: applicantDevices.id,
      serial: applicantDevices.codeSerial,
      invitationId: applicantDevices.invitationId,
    })
    .from(applicantDevices)
    .where(
      and(
        eq(applicantDevices.id, required(parameters, "deviceId")),
        eq(applicantDevices.codeSerial, numberOf(parameters, "serial")),
      ),
    );
  if (!device) return undefined;
  const { invitationId, ...coded } = device;
  const invitation = await readInvitation({ recipient, parameters: { invitationId } });
  return invitation && { invitation, device: coded };
}

/** A decision, with the remarks that are about this person's sections. */
export async function readReview({ parameters }: MailFacts, steps: AnswerStep[]) {
  const id = required(parameters, "reviewId");
  const [review] = await db
    .select({
      customerId: reviews.customerId,
      reviewer: reviews.userName,
      reason: reviews.reason,
    })
    .from(reviews)
    .where(eq(reviews.id, id));
  if (!review) return undefined;
  const comments = await commentsForApplicant(db, review.customerId);
  const remarks = comments.filter(({ reviewId, step }) => reviewId === id && steps.includes(step));
  return { ...review, remarks };
}

export async function readSubmission({ parameters }: MailFacts) {
  const [submission] = await db
    .select({ submitter: submissions.name, reference: submissions.reference, at: submissions.at })
    .from(submissions)
    .where(eq(submissions.id, required(parameters, "submissionId")));
  return submission;
}
