import { refuse, takeLogo } from "@/app/api/logos";
import { may } from "@/lib/auth/model";
import { staffOrNull } from "@/lib/auth/session";
import { isSameOrigin } from "@/lib/http/same-origin";

export async function POST(
  request: Request,
  { params }: RouteContext<"/api/onboardings/[id]/logo">,
) {
  if (!isSameOrigin(request.headers)) return refuse(403, "other_origin");
  if (request.headers.get("content-type") !== "image/png") return refuse(415, "not_png");
  const staff = await staffOrNull();
  if (!staff) return refuse(401, "signed_out");
  if (!may(staff, "onboarding.edit")) return refuse(403, "forbidden");
  return takeLogo(request, staff, (await params).id);
}
