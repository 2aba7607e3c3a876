import { refuse, takeLogo } from "@/app/api/logos";
import { currentApplicant } from "@/lib/applicants/session";
import { isSameOrigin } from "@/lib/http/same-origin";

export async function POST(request: Request, { params }: RouteContext<"/api/apply/[token]/logo">) {
  if (!isSameOrigin(request.headers)) return refuse(403, "other_origin");
  if (request.headers.get("content-type") !== "image/png") return refuse(415, "not_png");
  const applicant = await currentApplicant((await params).token);
  if (!applicant.ok) {
    return applicant.error.code === "unknown"
      ? refuse(404, "not_found")
      : refuse(401, "signed_out");
  }
  const actor = applicant.value;
  if (!actor.steps.includes("logo")) return refuse(403, "forbidden");
  return takeLogo(request, actor, actor.customerId);
}
