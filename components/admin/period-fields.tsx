import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import type { Period } from "@/lib/period/model";

/** Days, UTC, both included. */
export function PeriodFields({ from, until }: Period) {
  const t = useTranslations("settings.filter");
  return (
    <>
      <Field label={t("from")} name="from" type="date" defaultValue={from ?? ""} />
      <Field label={t("until")} name="until" type="date" defaultValue={until ?? ""} />
    </>
  );
}
