import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { stuckChoices } from "@/lib/institutions/model";

/** Narrows a bank's list to those that have waited for long. A plain form: its address says it all. */
export function StuckFilter({
  action,
  status,
  stuckDays,
}: {
  action: string;
  status: string;
  stuckDays: number | null;
}) {
  const t = useTranslations("banks.stuck");
  return (
    <form action={action} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="status" value={status} />
      <SelectField label={t("label")} name="stuck" defaultValue={stuckDays ?? ""}>
        <option value="">{t("anyTime")}</option>
        {stuckChoices.map((days) => (
          <option key={days} value={days}>
            {t("moreThan", { days })}
          </option>
        ))}
      </SelectField>
      <Button variant="secondary">{t("show")}</Button>
    </form>
  );
}
