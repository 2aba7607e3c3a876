import "server-only";
import { and, desc, eq, exists, inArray, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { customers, logos, reviews, submissions, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { readCounts } from "@/lib/customers/counts";
import { encodeCursor } from "@/lib/customers/cursor";
import { countMatching } from "@/lib/customers/model";
import { beyond, inOrder, keyOf, type Ordering, placeIn } from "@/lib/customers/ordering";
import { hasAlpha } from "@/lib/onboarding/logo";
import type { FieldErrors } from "@/lib/onboarding/model";
import { readPartner } from "@/lib/onboarding/partner";
import { type Draft, readDrafts } from "@/lib/onboarding/payload";
import { countFindings, reviewChecks } from "./checks";
import type { QueuePage, QueueRow } from "./model";
import { isBeingReviewed } from "./reviewing";

const PAGE_SIZE = 20;
const inReview = eq(customers.status, "IN_REVIEW");
const longestFirst: Ordering = {
  name: "review",
  key: customers.statusSince,
  id: customers.id,
  kind: "time",
};
const others = alias(customers, "others");
const assignees = alias(users, "assignees");
const reviewers = alias(users, "reviewers");

/** What waits for a decision, longest first. A cursor that is not one of ours shows the first page. */
export async function listReviews(
  actor: Actor,
  page: { after: string | null; before: string | null },
): Promise<QueuePage> {
  authorize(actor, "onboarding.review");
  const after = placeIn(longestFirst, page.after);
  const before = after ? undefined : placeIn(longestFirst, page.before);

  const found = await db
    .select({
      id: customers.id,
      companyName: customers.companyName,
      assigneeId: assignees.id,
      assigneeName: assignees.name,
      reviewerId: reviewers.id,
      reviewerName: reviewers.name,
      reviewingSince: customers.reviewingSince,
      applicationNameTaken: isTaken("applicationNameKey"),
      legalEntityNameTaken: isTaken("legalEntityNameKey"),
      key: keyOf(longestFirst),
    })
    .from(customers)
    .leftJoin(assignees, eq(assignees.id, customers.assigneeId))
    .leftJoin(reviewers, and(eq(reviewers.id, customers.reviewerId), isBeingReviewed))
    .where(and(inReview, beyond(longestFirst, after ?? before, !!before)))
    .orderBy(inOrder(longestFirst, !!before))
    // One more than is shown tells whether there is another page.
    .limit(PAGE_SIZE + 1);

  const more = found.length > PAGE_SIZE;
  const shown = found.slice(0, PAGE_SIZE);
  if (before) shown.reverse();
  const first = shown.at(0);
  const last = shown.at(-1);
  return {
    rows: await toRows(shown),
    previous: first && (before ? more : after) ? encodeCursor(longestFirst.name, first) : null,
    next: last && (before || more) ? encodeCursor(longestFirst.name, last) : null,
  };
}

/** How many wait for a decision. */
export async function countReviews(actor: Actor): Promise<number> {
  authorize(actor, "onboarding.review");
  return countMatching(await readCounts(), { status: "IN_REVIEW" });
}

/** When the last decision was made; null before the first. Ids are in the order of creation. */
export async function lastReviewAt(actor: Actor): Promise<string | null> {
  authorize(actor, "onboarding.review");
  const [last] = await db
    .select({ at: reviews.at })
    .from(reviews)
    .orderBy(desc(reviews.id))
    .limit(1);
  return last?.at.toISOString() ?? null;
}

/** Another customer has a name that looks the same. */
function isTaken(key: "applicationNameKey" | "legalEntityNameKey"): SQL<boolean> {
  const twin = db
    .select({ id: others.id })
    .from(others)
    .where(
      and(
        eq(others[key], customers[key]),
        ne(others.id, customers.id),
        ne(others.status, "REMOVED"),
      ),
    );
  return sql<boolean>`${customers[key]} <> '' and ${exists(twin)}`;
}

type Found = {
  id: string;
  companyName: string;
  assigneeId: string | null;
  assigneeName: string | null;
  reviewerId: string | null;
  reviewerName: string | null;
  reviewingSince: Date | null;
  applicationNameTaken: boolean;
  legalEntityNameTaken: boolean;
};

async function toRows(found: Found[]): Promise<QueueRow[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const [handedIn, drafts] = await Promise.all([
    db
      .selectDistinctOn([submissions.customerId], {
        customerId: submissions.customerId,
        name: submissions.name,
        at: submissions.at,
      })
      .from(submissions)
      .where(inArray(submissions.customerId, ids))
      .orderBy(submissions.customerId, desc(submissions.at), desc(submissions.id)),
    readPartner(db).then((partner) => readDrafts(db, ids, partner)),
  ]);
  const transparent = await readTransparent([...drafts.values()]);
  return found.map((row) => {
    const submission = handedIn.find(({ customerId }) => customerId === row.id);
    const draft = drafts.get(row.id);
    return {
      id: row.id,
      companyName: row.companyName,
      submittedBy: submission?.name ?? "",
      submittedAt: submission?.at.toISOString() ?? "",
      assignee: person(row.assigneeId, row.assigneeName),
      reviewer: reviewerOf(row),
      findings: draft ? countFindings(reviewChecks(factsOf(draft, row, transparent))) : 0,
    };
  });
}

/** Logos that let the background through. */
async function readTransparent(drafts: Draft[]): Promise<Set<string>> {
  const given = drafts.map(({ answers }) => answers.logo.logo).filter((logo) => logo !== "");
  if (given.length === 0) return new Set();
  const rows = await db
    .select({ sha256: logos.sha256 })
    .from(logos)
    .where(and(inArray(logos.sha256, given), hasAlpha));
  return new Set(rows.map(({ sha256 }) => sha256));
}

function factsOf({ answers, checks }: Draft, row: Found, transparent: Set<string>) {
  // Only counted: the review itself says it in words.
  const taken = "taken";
  const twins: FieldErrors = {
    ...(row.applicationNameTaken && { applicationName: taken }),
    ...(row.legalEntityNameTaken && { legalEntityName: taken }),
  };
  const { company } = checks;
  const { logo } = answers.logo;
  return {
    answers,
    checks: { ...checks, company: { ...company, warnings: { ...company.warnings, ...twins } } },
    logo: logo === "" ? null : { transparent: transparent.has(logo) },
  };
}

function person(id: string | null, name: string | null) {
  return id !== null && name !== null ? { id, name } : null;
}

function reviewerOf({ reviewerId, reviewerName, reviewingSince }: Found) {
  const who = person(reviewerId, reviewerName);
  return who && reviewingSince ? { ...who, since: reviewingSince.toISOString() } : null;
}
