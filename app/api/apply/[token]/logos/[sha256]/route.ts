import { refuse, showLogo } from "@/app/api/logos";
import { currentApplicant } from "@/lib/applicants/session";

/** The logo of this person's own draft, and no other. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/apply/[token]/logos/[sha256]">,
) {
  const { token, sha256 } = await params;
  const applicant = await currentApplicant(token);
  if (!applicant.ok || !applicant.value.steps.includes("logo")) return refuse(404, "not_found");
  return showLogo(applicant.value, sha256);
}
