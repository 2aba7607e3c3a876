import { FilterForm } from "@/components/admin/filter-form";
import { PeriodFields } from "@/components/admin/period-fields";
import { Field, SelectField } from "@/components/ui/field";
import { verdicts, type WebhookFilter } from "@/lib/webhooks/model";
import { verdictLabels } from "./texts";

export function WebhookFilters({
  filter: { verdict, clientId, institutionId, ...period },
  live,
  narrowed,
}: {
  filter: WebhookFilter;
  live: boolean;
  narrowed: boolean;
}) {
  return (
    <FilterForm path="/admin/webhooks" narrowed={narrowed}>
      <SelectField label="Verdict" name="verdict" defaultValue={verdict ?? ""}>
        <option value="">Every verdict</option>
        {verdicts.map((one) => (
          <option key={one} value={one}>
            {verdictLabels[one]}
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
