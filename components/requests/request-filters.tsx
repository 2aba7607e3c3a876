import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/admin/filter-form";
import { PeriodFields } from "@/components/admin/period-fields";
import { Field, SelectField } from "@/components/ui/field";
import { endpoints, outcomes, type RequestFilter } from "@/lib/requests/model";

export function RequestFilters({
  filter: { endpoint, outcome, customerId, requestId, ...period },
  narrowed,
}: {
  filter: RequestFilter;
  narrowed: boolean;
}) {
  const t = useTranslations("requests");
  return (
    <FilterForm path="/admin/requests" narrowed={narrowed}>
      <SelectField label={t("filters.endpoint")} name="endpoint" defaultValue={endpoint ?? ""}>
        <option value="">{t("filters.everyEndpoint")}</option>
        {endpoints.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("filters.outcome")} name="outcome" defaultValue={outcome ?? ""}>
        <option value="">{t("filters.everyOutcome")}</option>
        {outcomes.map((one) => (
          <option key={one} value={one}>
            {t(`outcomes.${one}`)}
          </option>
        ))}
      </SelectField>
      <Field
        label="request_id"
        name="request_id"
        defaultValue={requestId ?? ""}
        spellCheck={false}
      />
      <Field
        label={t("filters.customerId")}
        name="customer"
        defaultValue={customerId ?? ""}
        spellCheck={false}
      />
      <PeriodFields {...period} />
    </FilterForm>
  );
}
