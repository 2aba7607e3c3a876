import { readRegistrationFilter } from "@/app/(portal)/banks/read-query";
import { staffOrNull } from "@/lib/auth/session";
import { getRegistration } from "@/lib/institutions/queries";

/** The banks of one customer, for a page that is already open. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/customers/[id]/registration">,
) {
  const staff = await staffOrNull();
  if (!staff) return Response.json({ code: "signed_out" }, { status: 401 });
  const registration = await getRegistration(
    staff,
    (await params).id,
    readRegistrationFilter(Object.fromEntries(new URL(request.url).searchParams)),
  );
  if (!registration) return Response.json({ code: "not_found" }, { status: 404 });
  return Response.json(registration, { headers: { "cache-control": "no-store" } });
}
