import { refuse, showLogo } from "@/app/api/logos";
import { staffOrNull } from "@/lib/auth/session";

export async function GET(_request: Request, { params }: RouteContext<"/api/logos/[sha256]">) {
  const staff = await staffOrNull();
  return staff ? showLogo(staff, (await params).sha256) : refuse(401, "signed_out");
}
