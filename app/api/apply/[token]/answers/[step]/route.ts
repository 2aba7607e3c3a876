import { isAnswerStep, keepAnswers, refuse } from "@/app/api/answers";
import { currentApplicant } from "@/lib/applicants/session";
import { isSameOrigin } from "@/lib/http/same-origin";

/** Keeps what an invited person types. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/apply/[token]/answers/[step]">,
) {
  if (!isSameOrigin(request.headers)) return refuse("other_origin", 403);
  const { token, step } = await params;
  const applicant = await currentApplicant(token);
  if (!applicant.ok) {
    return applicant.error.code === "unknown"
      ? refuse("not_found", 404)
      : refuse("signed_out", 401);
  }
  const actor = applicant.value;
  if (!isAnswerStep(step) || !actor.steps.includes(step)) return refuse("not_found", 404);
  return keepAnswers(request, { actor, id: actor.customerId, step });
}
