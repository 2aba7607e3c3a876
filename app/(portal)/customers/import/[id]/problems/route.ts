import { may } from "@/lib/auth/model";
import { staffOrNull } from "@/lib/auth/session";
import { csvAnswer } from "@/lib/csv/answer";
import { importField } from "@/lib/imports/model";
import { getImport, listProblemRows } from "@/lib/imports/queries";

export async function GET(
  _request: Request,
  { params }: RouteContext<"/customers/import/[id]/problems">,
) {
  const staff = await staffOrNull();
  if (!staff) return new Response("Sign in first", { status: 401 });
  if (!may(staff, "customer.bulk")) return new Response("Not allowed", { status: 403 });
  const file = await getImport(staff, (await params).id);
  if (!file) return new Response("Not found", { status: 404 });
  const rows = await listProblemRows(staff, file.id);
  const table = rows.map(({ cells, problems }) => [...cells, reasonOf(problems)]);
  return csvAnswer(`problems-${file.id}`, [[...file.header, "Problem"], ...table]);
}

function reasonOf(problems: Record<string, string>): string {
  return Object.entries(problems)
    .map(([key, message]) => {
      const label = importField(key)?.label;
      return label ? `${label}: ${message}` : message;
    })
    .join(". ");
}
