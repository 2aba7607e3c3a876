import { requireStaff } from "@/lib/auth/session";
import { exportCustomers } from "@/lib/customers/export";
import { readFilter } from "@/lib/portfolio/model";

/** The list under the same address as a file; with `bom=1` it begins with a byte order mark. */
export async function GET(request: Request) {
  const staff = await requireStaff("customer.export");
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const parts = await exportCustomers(staff, readFilter(query), { bom: query.bom === "1" });
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

/** A part is made when the one before has left, so that a slow download fills no memory. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
