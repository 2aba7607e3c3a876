import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/admin/filter-form";
import { PeriodFields } from "@/components/admin/period-fields";
import { Field, SelectField } from "@/components/ui/field";
import { verdicts, type WebhookFilter } from "@/lib/webhooks/model";

export function WebhookFilters({
  filter: { verdict, clientId, institutionId, ...period },
  live,
  narrowed,
}: {
  filter: WebhookFilter;
  live: boolean;
  narrowed: boolean;
}) {
  const t = useTranslations("webhooks");
  return (
    <FilterForm path="/admin/webhooks" narrowed={narrowed}>
      <SelectField label={t("filters.verdict")} name="verdict" defaultValue={verdict ?? ""}>
        <option value="">{t("filters.everyVerdict")}</option>
        {verdicts.map((one) => (
          <option key={one} value={one}>
            {t(`verdicts.${one}`)}
          </option>
        ))}
      </SelectField>
      <Field label="client_id" name="client" defaultValue={clientId ?? ""} spellCheck={false} />
      <Field label="institution_id" name="bank" defaultValue={institutionId ?? ""} />
      <PeriodFields {...period} />
      {!live && <input type="hidden" name="live" value="off" />}
    </FilterForm>
  );
}
