import { explainItem, stateLabels } from "@/components/runs/texts";
import { may } from "@/lib/auth/model";
import { staffOrNull } from "@/lib/auth/session";
import { csvAnswer } from "@/lib/csv/answer";
import { getRun, listResults } from "@/lib/runs/queries";

const header = ["Row", "Company", "Customer", "client_id", "Result", "Reason", "Finished (UTC)"];

export async function GET(_request: Request, { params }: RouteContext<"/runs/[id]/results">) {
  const staff = await staffOrNull();
  if (!staff) return new Response("Sign in first", { status: 401 });
  if (!may(staff, "customer.bulk")) return new Response("Not allowed", { status: 403 });
  const { id } = await params;
  if (!(await getRun(staff, id))) return new Response("Not found", { status: 404 });
  const rows = await listResults(staff, id);
  const table = rows.map((row) => [
    String(row.position),
    row.companyName,
    row.customerId ?? "",
    row.clientId ?? "",
    stateLabels[row.state],
    row.reason ? explainItem(row.reason, row.companyName) : "",
    row.finishedAt ?? "",
  ]);
  return csvAnswer(`run-${id}`, [header, ...table]);
}
