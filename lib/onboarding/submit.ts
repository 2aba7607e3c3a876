import "server-only";
import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { createAttempts, customers, logos } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor, StaffActor } from "@/lib/auth/model";
import { dueIn } from "@/lib/customers/schedule";
import type { SubmitError } from "@/lib/drafts/model";
import { announce } from "@/lib/live/announce";
import { createEndCustomer } from "@/lib/partner-api/client";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { type CreateRequest, toCreateRequest } from "@/lib/partner-api/mapping";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { takeTry } from "@/lib/rate-limits/take";
import { NAME_IN_USE, placeOf } from "@/lib/refusals/model";
import { fail, ok, type Result } from "@/lib/result";
import { readApproval } from "@/lib/reviews/approval";
import { isOurs } from "@/lib/statuses/model";
import { tidy } from "@/lib/values/text";
import { untilRecorded } from "@/lib/work/until-recorded";
import { lockDraft } from "./lock-draft";
import { recordCreated, recordRefused, recordUnknown } from "./outcome";
import { secondPerson } from "./partner";
import { answersSha256 } from "./payload";
import { readState } from "./read-state";
import type { CheckedAnswers } from "./step-checks";

/** After this long without an outcome the submission counts as unanswered. Create waits 30 seconds. */
const PATIENCE_SECONDS = 60;

type Claim = { attemptId: string; request: CreateRequest };

/**
 * Sends a draft to Plaid: claim it, call once, record what came of it. Create has no idempotency
 * key, so the claim (and two unique indexes under it) is what keeps a second call from happening,
 * and an answer that never came is a state of its own that only a person ends.
 */
export async function submitOnboarding(
  actor: Actor,
  id: string,
): Promise<Result<{ status: string }, SubmitError>> {
  authorize(actor, "onboarding.submit");

  const claimed = await claim(actor, id).catch(nameInUse);
  if (!claimed.ok) return claimed;
  const { attemptId, request } = claimed.value;
  const attempt = { id: attemptId, customerId: id };

  try {
    const answer = await createEndCustomer(id, request);
    await untilRecorded(() => recordCreated(actor, attempt, answer));
    return ok({ status: answer.status });
  } catch (error) {
    if (!(error instanceof PartnerApiError)) throw error;
    return refuse(actor, attempt, error);
  }
}

async function claim(actor: StaffActor, id: string): Promise<Result<Claim, SubmitError>> {
  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, id);
    if (!draft.ok) return draft;

    if (!isOurs(draft.value.status)) return fail({ code: "not_ours", ...draft.value });

    const { answers, checked, sha256, incomplete, attested } = await readState(tx, id);
    if (!checked || !sha256) return fail({ code: "incomplete", steps: incomplete });
    if (!attested) return fail({ code: "not_attested" });
    const approval = await readApproval(tx, {
      customerId: id,
      sha256: answersSha256(answers),
      besides: actor.userId,
    });
    if ((await secondPerson(tx)).sends && (!approval || approval.userId === actor.userId)) {
      return fail({ code: "needs_approval" });
    }

    const sending = await takeTry("submit", actor.userId);
    if (!sending.ok) return sending;

    const [attempt] = await tx
      .insert(createAttempts)
      .values({
        customerId: id,
        applicationNameKey: nameKey(checked.company.applicationName),
        payload: checked,
        payloadSha256: sha256,
        reviewId: approval?.id ?? null,
        userId: actor.userId,
      })
      .returning({ id: createAttempts.id });
    if (!attempt) throw new Error("The attempt was not written");
    const submitting = { status: "SUBMITTING", statusSince: sql`now()`, updatedAt: sql`now()` };
    await tx
      .update(customers)
      .set({ ...submitting, dueAt: dueIn(PATIENCE_SECONDS) })
      .where(eq(customers.id, id));
    const details = { attempt: attempt.id, payloadSha256: sha256 };
    await recordAudit(tx, actor, { action: "onboarding.sent", subject: id, details });
    await announce(tx, id);
    return ok({
      attemptId: attempt.id,
      request: toCreateRequest(checked, await readLogo(tx, checked)),
    });
  });
}

/** Two people, one application name: the index lets one of them through, the other gets the field. */
function nameInUse(error: unknown): Result<Claim, SubmitError> {
  const cause = error instanceof Error ? error.cause : undefined;
  const constraint = cause instanceof Error && Reflect.get(cause, "constraint_name");
  if (constraint !== "create_attempts_one_per_application_name") throw error;
  const problem: PlaidProblem = {
    kind: "rejected",
    code: NAME_IN_USE,
    message: "",
    requestId: null,
  };
  return fail({ code: "refused", problem, step: "company", field: "applicationName" });
}

/** Plaid compares names without case and outer space. */
function nameKey(applicationName: string): string {
  return createHash("sha256").update(tidy(applicationName).toLowerCase()).digest("hex");
}

async function readLogo(tx: Transaction, checked: CheckedAnswers): Promise<Buffer | null> {
  const sha256 = checked.logo.logo;
  if (!sha256) return null;
  const [logo] = await tx.select({ png: logos.png }).from(logos).where(eq(logos.sha256, sha256));
  if (!logo) throw new Error("The logo of this draft is not stored");
  return logo.png;
}

async function refuse(
  actor: Actor,
  attempt: { id: string; customerId: string },
  error: PartnerApiError,
): Promise<Result<{ status: string }, SubmitError>> {
  if (error.kind === "unavailable" || (await mayBeOurs(attempt, error))) {
    await untilRecorded(() => recordUnknown(actor, attempt, error));
    return fail({ code: "unknown" });
  }
  await untilRecorded(() => recordRefused(actor, attempt, error));
  const problem = error.toProblem();
  const place = placeOf(problem);
  return fail({
    code: "refused",
    problem,
    step: place?.step ?? null,
    field: place?.field ?? null,
  });
}

/** "Already created" after an attempt nobody heard back from: that attempt may have been the one. */
async function mayBeOurs(
  attempt: { customerId: string },
  error: PartnerApiError,
): Promise<boolean> {
  if (error.code !== "CUSTOMER_ALREADY_CREATED") return false;
  const earlier = await db
    .select({ id: createAttempts.id })
    .from(createAttempts)
    .where(
      and(eq(createAttempts.customerId, attempt.customerId), eq(createAttempts.state, "ABSENT")),
    );
  return earlier.length > 0;
}
