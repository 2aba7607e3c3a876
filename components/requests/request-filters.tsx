import { FilterForm } from "@/components/admin/filter-form";
import { PeriodFields } from "@/components/admin/period-fields";
import { Field, SelectField } from "@/components/ui/field";
import { endpoints, outcomes, type RequestFilter } from "@/lib/requests/model";
import { outcomeLabels } from "./texts";

export function RequestFilters({
  filter: { endpoint, outcome, customerId, requestId, ...period },
  narrowed,
}: {
  filter: RequestFilter;
  narrowed: boolean;
}) {
  return (
    <FilterForm path="/admin/requests" narrowed={narrowed}>
      <SelectField label="Endpoint" name="endpoint" defaultValue={endpoint ?? ""}>
        <option value="">Every endpoint</option>
        {endpoints.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <SelectField label="Outcome" name="outcome" defaultValue={outcome ?? ""}>
        <option value="">Every outcome</option>
        {outcomes.map((one) => (
          <option key={one} value={one}>
            {outcomeLabels[one]}
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
        label="Customer’s id"
        name="customer"
        defaultValue={customerId ?? ""}
        spellCheck={false}
      />
      <PeriodFields {...period} />
    </FilterForm>
  );
}
