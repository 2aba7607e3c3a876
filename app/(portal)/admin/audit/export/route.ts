import { redirect } from "next/navigation";
import { exportAudit } from "@/lib/audit/export";
import { auditAddress, readAuditFilter } from "@/lib/audit/model";
import { requireStaff } from "@/lib/auth/session";
import { streamOf } from "@/lib/http/stream";

const types = { csv: "text/csv", jsonl: "application/jsonl" };

/** The log under the same address as a file; `format=jsonl` makes it JSON lines. */
export async function GET(request: Request) {
  const staff = await requireStaff("audit.read");
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const filter = readAuditFilter(query);
  const format = query.format === "jsonl" ? "jsonl" : "csv";
  const parts = await exportAudit(staff, filter, format);
  if (!parts.ok) {
    const returnTo = auditAddress({ ...filter, before: null });
    redirect(`/sign-in/again?${new URLSearchParams({ returnTo })}`);
  }
  const today = new Date().toISOString().slice(0, 10);
  return new Response(streamOf(parts.value), {
    headers: {
      "content-type": `${types[format]}; charset=utf-8`,
      "content-disposition": `attachment; filename="audit-${today}.${format}"`,
      // Compressing would hold the first rows back.
      "cache-control": "no-store, no-transform",
    },
  });
}
