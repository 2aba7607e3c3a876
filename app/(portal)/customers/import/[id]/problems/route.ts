import { getTranslations } from "next-intl/server";
import { may } from "@/lib/auth/model";
import { staffOrNull } from "@/lib/auth/session";
import { csvAnswer } from "@/lib/csv/answer";
import { importField } from "@/lib/imports/model";
import { getImport, listProblemRows } from "@/lib/imports/queries";
import type { Translate } from "@/lib/languages/model";

export async function GET(
  _request: Request,
  { params }: RouteContext<"/customers/import/[id]/problems">,
) {
  const t = await getTranslations("imports.download");
  const staff = await staffOrNull();
  if (!staff) return new Response(t("signIn"), { status: 401 });
  if (!may(staff, "customer.bulk")) return new Response(t("notAllowed"), { status: 403 });
  const file = await getImport(staff, (await params).id);
  if (!file) return new Response(t("notFound"), { status: 404 });
  const rows = await listProblemRows(staff, file.id);
  const table = rows.map(({ cells, problems }) => [...cells, reasonOf(problems, t)]);
  return csvAnswer(`problems-${file.id}`, [[...file.header, t("column")], ...table]);
}

function reasonOf(problems: Record<string, string>, t: Translate<"imports.download">): string {
  return Object.entries(problems)
    .map(([key, problem]) => {
      const field = importField(key)?.label;
      return field ? t("reason", { field, problem }) : problem;
    })
    .join(". ");
}
