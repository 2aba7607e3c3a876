import { isAnswerStep, keepAnswers, refuse } from "@/app/api/answers";
import { may } from "@/lib/auth/model";
import { staffOrNull } from "@/lib/auth/session";
import { isSameOrigin } from "@/lib/http/same-origin";

/** Keeps what is being typed. A route, because a browser lets only a plain request outlive its page. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/onboardings/[id]/answers/[step]">,
) {
  if (!isSameOrigin(request.headers)) return refuse("other_origin", 403);
  const staff = await staffOrNull();
  if (!staff) return refuse("signed_out", 401);
  if (!may(staff, "onboarding.edit")) return refuse("forbidden", 403);
  const { id, step } = await params;
  if (!isAnswerStep(step)) return refuse("not_found", 404);
  return keepAnswers(request, { actor: staff, id, step });
}
