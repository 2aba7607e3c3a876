import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { customers, reviewComments, reviews, stepAnswers, users } from "@/db/schema";
import { fieldsOf, patchBetween } from "@/lib/answers/model";
import { authorize } from "@/lib/auth/actor";
import type { Actor, StaffActor } from "@/lib/auth/model";
import { logoFacts } from "@/lib/onboarding/logo";
import { namesOf } from "@/lib/onboarding/merge-patch";
import { type Answers, answerSteps } from "@/lib/onboarding/model";
import { secondPerson } from "@/lib/onboarding/partner";
import { answersSha256 } from "@/lib/onboarding/payload";
import { readState } from "@/lib/onboarding/read-state";
import { askedOf } from "./asked-of";
import { reviewers as ableReviewers } from "./assign";
import { reviewChecks } from "./checks";
import { openLinkOf, readSubmission } from "./lock-review";
import { type Authors, type CommentView, keyOf, type PastReview, type ReviewView } from "./model";
import { isBeingReviewed } from "./reviewing";

const assignees = alias(users, "assignees");
const reviewing = alias(users, "reviewers");

/** Answers that were handed in, with all a reviewer wants to know; undefined when none ever were. */
export async function getReview(actor: Actor, id: string): Promise<ReviewView | undefined> {
  authorize(actor, "onboarding.review");

  const [customer] = await db
    .select({
      id: customers.id,
      companyName: customers.companyName,
      status: customers.status,
      assignee: { id: assignees.id, name: assignees.name },
      reviewer: { id: reviewing.id, name: reviewing.name },
      since: customers.reviewingSince,
    })
    .from(customers)
    .leftJoin(assignees, eq(assignees.id, customers.assigneeId))
    .leftJoin(reviewing, and(eq(reviewing.id, customers.reviewerId), isBeingReviewed))
    .where(eq(customers.id, id));
  const submission = customer && (await readSubmission(db, id));
  if (!submission) return undefined;

  const state = await readState(db, id);
  const { answers, checks, partner } = state;
  const past = await readPast(id);
  const logo = await logoFacts(db, answers.logo.logo);
  const { since, reviewer, ...row } = customer;
  const own = submission.userId === actor.userId;
  return {
    ...row,
    reviewer: reviewer && since && { ...reviewer, since: since.toISOString() },
    submission: {
      id: submission.id,
      by: submission.name,
      email: submission.email,
      at: submission.at.toISOString(),
      reference: submission.reference,
      toCustomer: openLinkOf(submission) !== undefined,
    },
    ...{ answers, checks, partner, logo },
    answersSha256: answersSha256(answers),
    authors: await readAuthors(id),
    before: changedSince(past[0]?.answers, answers),
    past: past.map(({ answers: _answers, ...review }) => review),
    findings: reviewChecks({ answers, checks, logo }),
    comments: await readComments(actor, id),
    asked: await askedOf(db, id, submission),
    people: await ableReviewers(db),
    ownSubmission: own && (await secondPerson(db)).sends,
  };
}

/** Every decision, latest first. */
async function readPast(customerId: string): Promise<(PastReview & { answers: Answers })[]> {
  const rows = await db
    .select({
      id: reviews.id,
      decision: reviews.decision,
      by: reviews.userName,
      at: reviews.at,
      reasonCode: reviews.reasonCode,
      reason: reviews.reason,
      answers: reviews.answers,
    })
    .from(reviews)
    .where(eq(reviews.customerId, customerId))
    .orderBy(desc(reviews.at), desc(reviews.id));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

function changedSince(decided: Answers | undefined, current: Answers): ReviewView["before"] {
  if (!decided) return {};
  const before = answerSteps.flatMap((step) => {
    const was = fieldsOf(decided[step]);
    return Object.keys(patchBetween(decided[step], current[step])).flatMap((path) => {
      const value = was[path];
      return value === undefined ? [] : [[keyOf({ step, path }), value] as const];
    });
  });
  return Object.fromEntries(before);
}

async function readAuthors(customerId: string): Promise<Authors> {
  const rows = await db
    .select({ step: stepAnswers.step, fields: stepAnswers.fields })
    .from(stepAnswers)
    .where(eq(stepAnswers.customerId, customerId));
  const typed = rows.flatMap(({ step, fields }) =>
    Object.entries(fields).map(([path, { by, at }]) => ({ key: `${step}.${path}`, by, at })),
  );
  const names = await namesOf(db, [...new Set(typed.map(({ by }) => by))]);
  return Object.fromEntries(
    typed.map(({ key, by, at }) => [key, { by: names.get(by) ?? null, at }]),
  );
}

async function readComments(actor: StaffActor, customerId: string): Promise<CommentView[]> {
  const rows = await db
    .select()
    .from(reviewComments)
    .where(eq(reviewComments.customerId, customerId))
    .orderBy(reviewComments.at, reviewComments.id);
  return rows.map(({ id, step, path, body, internal, reviewId, userId, userName, at }) => ({
    ...{ id, step, path, body, internal },
    sent: reviewId !== null,
    by: userName,
    at: at.toISOString(),
    removable: reviewId === null && (!internal || userId === actor.userId),
  }));
}
