import type { Found } from "@/components/command/use-customer-search";
import { nameOf } from "@/components/customers/words";
import { staffOrNull } from "@/lib/auth/session";
import { findCustomers } from "@/lib/customers/find";

/** The first customers for what is typed, for the search of the frame. */
export async function GET(request: Request) {
  const staff = await staffOrNull();
  if (!staff) return Response.json({ code: "signed_out" }, { status: 401 });
  const customers = await findCustomers(staff, new URL(request.url).searchParams.get("q") ?? "");
  const found = customers.map(
    ({ companyName, ...customer }): Found => ({ ...customer, name: nameOf({ companyName }) }),
  );
  return Response.json(found, { headers: { "cache-control": "no-store" } });
}
