import { getTranslations } from "next-intl/server";
import { explainItem } from "@/components/runs/texts";
import { may } from "@/lib/auth/model";
import { staffOrNull } from "@/lib/auth/session";
import { csvAnswer } from "@/lib/csv/answer";
import { getRun, listResults } from "@/lib/runs/queries";

export async function GET(_request: Request, { params }: RouteContext<"/runs/[id]/results">) {
  const t = await getTranslations("runs");
  const staff = await staffOrNull();
  if (!staff) return new Response(t("results.signIn"), { status: 401 });
  if (!may(staff, "customer.bulk")) return new Response(t("results.notAllowed"), { status: 403 });
  const { id } = await params;
  if (!(await getRun(staff, id))) return new Response(t("results.notFound"), { status: 404 });
  const rows = await listResults(staff, id);
  const header = [
    ...[t("results.row"), t("results.company"), t("results.customer"), "client_id"],
    ...[t("results.result"), t("results.reason"), t("results.finished")],
  ];
  const [customers, acts] = [await getTranslations("customers"), await getTranslations("acts")];
  const texts = { runs: t, customers, acts };
  const table = rows.map((row) => [
    String(row.position),
    row.companyName,
    row.customerId ?? "",
    row.clientId ?? "",
    t(`state.${row.state}`),
    row.reason ? explainItem(row.reason, row.companyName, texts) : "",
    row.finishedAt ?? "",
  ]);
  return csvAnswer(`run-${id}`, [header, ...table]);
}
