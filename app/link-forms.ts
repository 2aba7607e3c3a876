import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { Answered } from "@/components/apply/press";

/** What the forms behind a mailed link have in common. Bound arguments come from the browser, too. */
export const boundToken = z.string().max(200);

/** Why no code was mailed. */
export async function explainNoCode(code: "too_soon" | "too_many_codes"): Promise<Answered> {
  const t = await getTranslations("apply.answered");
  return code === "too_soon"
    ? { tone: "you", title: t("soon") }
    : { tone: "you", title: t("codes"), more: t("codesNext") };
}
