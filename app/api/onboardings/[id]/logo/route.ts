import { may, type StaffActor } from "@/lib/auth/model";
import { staffOrNull } from "@/lib/auth/session";
import { readBody } from "@/lib/http/read-body";
import { isSameOrigin } from "@/lib/http/same-origin";
import { createGate } from "@/lib/images/gate";
import { LOGO_BYTES_MAX } from "@/lib/logos/model";
import { awaitsLogo, keepLogo } from "@/lib/onboarding/logo";

/** Each upload holds up to 4 MB while it arrives and waits. */
const uploads = createGate({ atOnce: 16, waiting: 0 });

/** A logo, raw: answers with what is stored, or with why it is not. The draft takes it by its hash. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/onboardings/[id]/logo">,
) {
  if (!isSameOrigin(request.headers)) return refuse(403, "other_origin");
  if (request.headers.get("content-type") !== "image/png") return refuse(415, "not_png");
  const staff = await staffOrNull();
  if (!staff) return refuse(401, "signed_out");
  if (!may(staff, "onboarding.edit")) return refuse(403, "forbidden");
  const awaited = await awaitsLogo(staff, (await params).id);
  if (!awaited.ok)
    return refuse(awaited.error.code === "not_found" ? 404 : 409, awaited.error.code);

  const answer = await uploads(() => take(staff, request));
  return answer === "busy" ? busy() : answer;
}

async function take(staff: StaffActor, request: Request): Promise<Response> {
  const file = await readBody(request, LOGO_BYTES_MAX - 1);
  if (!file) return refuse(413, "too_large");
  const kept = await keepLogo(staff, file);
  if (kept.ok) return Response.json(kept.value, { status: 201, headers });
  return kept.error.code === "busy" ? busy() : Response.json(kept.error, { status: 422, headers });
}

const headers = { "cache-control": "no-store" };

function refuse(status: number, code: string): Response {
  return Response.json({ code }, { status, headers });
}

function busy(): Response {
  return Response.json(
    { code: "busy" },
    { status: 503, headers: { ...headers, "retry-after": "5" } },
  );
}
