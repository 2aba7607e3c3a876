import { notFound } from "next/navigation";
import { readId } from "@/app/read-input";
import { requireStaff } from "@/lib/auth/session";
import { exportPersonalData } from "@/lib/erasure/export";
import { streamOf } from "@/lib/http/stream";

export async function GET(
  _: Request,
  { params }: RouteContext<"/customers/[id]/personal-data/export">,
) {
  const staff = await requireStaff("person.export");
  const id = readId((await params).id);
  const parts = await exportPersonalData(staff, id);
  if (!parts) notFound();
  return new Response(streamOf(parts), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="personal-data-${id}.json"`,
      // Compressing would hold the first part back.
      "cache-control": "no-store, no-transform",
    },
  });
}
