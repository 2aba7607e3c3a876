"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readId, readText } from "@/app/read-input";
import type { RejectState } from "@/components/review/reject";
import type { ReviewState } from "@/components/review/review-form";
import { explainComment } from "@/components/review/texts";
import type { StaffActor } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import type { Result } from "@/lib/result";
import { assignCustomer } from "@/lib/reviews/assign";
import { addComment, removeComment } from "@/lib/reviews/comment";
import { decideReview } from "@/lib/reviews/decide";
import { type CommentError, placeOf } from "@/lib/reviews/model";
import { reviewNext, startReview } from "@/lib/reviews/reviewing";
import { readIntent, readRejection, readTyped, settled } from "./read-form";

export async function reviewNextAction(): Promise<void> {
  const staff = await requireStaff("onboarding.review");
  const next = await reviewNext(staff);
  revalidatePath("/review", "layout");
  redirect((next ? `/review/${next.id}` : "/review?none") as Route);
}

export async function startReviewAction(id: string): Promise<void> {
  const staff = await requireStaff("onboarding.review");
  await startReview(staff, readId(id));
  revalidatePath("/review", "layout");
}

export async function assignAction(id: string, form: FormData): Promise<void> {
  const staff = await requireStaff("onboarding.review");
  await assignCustomer(staff, {
    customerId: readId(id),
    userId: readText(form, "assignee") || null,
  });
  revalidatePath("/review", "layout");
}

/** Every button of a review's form: comments, and the decisions that ask nothing more. */
export async function reviewAction(
  id: string,
  _state: ReviewState,
  form: FormData,
): Promise<ReviewState> {
  const staff = await requireStaff("onboarding.review");
  const customerId = readId(id);
  const [intent, about] = readIntent(form);
  if (intent === "approve" || intent === "request-changes") {
    return decide(staff, { customerId, approves: intent === "approve", form });
  }
  const done =
    intent === "remove"
      ? await removeComment(staff, { customerId, id: about })
      : await comment(staff, { customerId, key: about, internal: intent !== "ask", form });
  revalidatePath(`/review/${customerId}`);
  if (!done.ok) return refused(form, about, done.error);
  const { [about]: _added, ...typed } = readTyped(form);
  return settled(form, typed);
}

type Commented = { customerId: string; key: string; internal: boolean; form: FormData };

async function comment(
  staff: StaffActor,
  { customerId, key, internal, form }: Commented,
): Promise<Result<null, CommentError>> {
  const place = placeOf(key) ?? { step: "company", path: "nowhere" };
  const body = readTyped(form)[key] ?? "";
  return addComment(staff, { customerId, ...place, body, internal });
}

async function refused(form: FormData, key: string, error: CommentError): Promise<ReviewState> {
  const message = explainComment(error, await getTranslations("review.comments"));
  return {
    ...settled(form),
    problem: { about: "comment", key, error },
    errors: [{ href: placeOf(key) ? `#comment:${key}` : "#main", message }],
  };
}

type Decided = { customerId: string; approves: boolean; form: FormData };

async function decide(
  staff: StaffActor,
  { customerId, approves, form }: Decided,
): Promise<ReviewState> {
  const state = settled(form);
  const keys = Object.keys(state.typed);
  if (keys.length > 0) {
    const t = await getTranslations("review.comments");
    const message = t("errors.typed");
    const errors = keys.map((key) => ({ href: `#comment:${key}`, message }));
    return { ...state, problem: { about: "typed", keys }, errors };
  }
  const { submissionId, answersSha256 } = state.shown;
  const decision = approves ? "approved" : "changes_requested";
  const seen = { customerId, submissionId, answersSha256 };
  const decided = await decideReview(staff, { ...seen, verdict: { decision } });
  revalidatePath("/review", "layout");
  if (!decided.ok) return { ...state, problem: { about: "decision", error: decided.error } };
  redirect(
    (approves ? `/onboardings/${customerId}/attestations` : `/review/${customerId}`) as Route,
  );
}

export async function rejectAction(
  id: string,
  state: RejectState,
  form: FormData,
): Promise<RejectState> {
  const staff = await requireStaff("onboarding.review");
  const customerId = readId(id);
  const { seen, reasonCode, reason } = readRejection(form);
  const values = { reasonCode: reasonCode ?? "", reason, closed: state.closed };
  if (!reasonCode) return { ...values, error: { code: "no_reason" } };
  const verdict = { decision: "rejected", reasonCode, reason } as const;
  const decided = await decideReview(staff, { customerId, ...seen, verdict });
  if (decided.ok) {
    revalidatePath("/review", "layout");
    redirect(`/review/${customerId}` as Route);
  }
  const { error } = decided;
  if (error.code === "no_reason") return { ...values, error };
  revalidatePath("/review", "layout");
  return { ...values, error, closed: state.closed + 1 };
}
