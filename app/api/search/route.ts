import { staffOrNull } from "@/lib/auth/session";
import { findCustomers } from "@/lib/customers/find";

/** The first customers for what is typed, for the search of the frame. */
export async function GET(request: Request) {
  const staff = await staffOrNull();
  if (!staff) return Response.json({ code: "signed_out" }, { status: 401 });
  const found = await findCustomers(staff, new URL(request.url).searchParams.get("q") ?? "");
  return Response.json(found, { headers: { "cache-control": "no-store" } });
}
