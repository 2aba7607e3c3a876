import { getTranslations } from "next-intl/server";
import { may } from "@/lib/auth/model";
import { staffOrNull } from "@/lib/auth/session";
import { csvAnswer } from "@/lib/csv/answer";
import { importFields } from "@/lib/imports/model";

/** Every heading that is matched by itself, and no row: an example would be imported, too. */
export async function GET() {
  const t = await getTranslations("imports.download");
  const staff = await staffOrNull();
  if (!staff) return new Response(t("signIn"), { status: 401 });
  if (!may(staff, "customer.bulk")) return new Response(t("notAllowed"), { status: 403 });
  return csvAnswer("end-customers", [importFields.map(({ label }) => label)]);
}
