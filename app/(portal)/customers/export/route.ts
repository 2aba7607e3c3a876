import { requireStaff } from "@/lib/auth/session";
import { exportCustomers } from "@/lib/customers/export";
import { streamOf } from "@/lib/http/stream";
import { readFilter } from "@/lib/portfolio/model";

/** More fit on no page of the list. */
const TICKED_MAX = 100;

/**
 * The list under the same address as a file, or the customers named by `customer`; with `bom=1` it
 * begins with a byte order mark. The bar of what is selected sends the list's address as `filter`.
 */
export async function GET(request: Request) {
  const staff = await requireStaff("customer.export");
  const params = new URL(request.url).searchParams;
  const query = Object.fromEntries(new URLSearchParams(params.get("filter") ?? params));
  const ids = params.has("all") ? [] : params.getAll("customer").slice(0, TICKED_MAX);
  const bom = params.get("bom") === "1";
  const parts = await exportCustomers(staff, readFilter(query), { bom, ids: ids.filter(isId) });
  const today = new Date().toISOString().slice(0, 10);
  return new Response(streamOf(parts), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="customers-${today}.csv"`,
      // Compressing would hold the first rows back.
      "cache-control": "no-store, no-transform",
    },
  });
}

function isId(given: string): boolean {
  return /^\w{1,64}$/.test(given);
}
