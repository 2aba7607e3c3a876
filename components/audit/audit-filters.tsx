import { actionCodes, describeAction } from "@/components/activity/action-texts";
import { FilterForm } from "@/components/admin/filter-form";
import { PeriodFields } from "@/components/admin/period-fields";
import { Field, SelectField } from "@/components/ui/field";
import { type AuditFilter, type AuditOptions, nameOfActor, systemJobs } from "@/lib/audit/model";

export function AuditFilters({
  filter: { actorId, action, subject, before: _, ...period },
  options: { people },
  narrowed,
}: {
  filter: AuditFilter;
  options: AuditOptions;
  narrowed: boolean;
}) {
  const known = people.some(({ id }) => id === actorId) || systemJobs.includes(actorId ?? "");
  return (
    <FilterForm path="/admin/audit" narrowed={narrowed}>
      <SelectField label="Person" name="person" defaultValue={actorId ?? ""}>
        <option value="">Everybody</option>
        {actorId && !known && <option value={actorId}>{actorId}</option>}
        <optgroup label="People">
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label="The system">
          {systemJobs.map((job) => (
            <option key={job} value={job}>
              {nameOfActor({ actorKind: "system", actorId: job, name: null })} ({job})
            </option>
          ))}
        </optgroup>
      </SelectField>
      <SelectField label="Action" name="action" defaultValue={action ?? ""}>
        <option value="">Everything</option>
        {action && !actionCodes.includes(action) && <option value={action}>{action}</option>}
        {actionCodes.map((code) => (
          <option key={code} value={code}>
            {describeAction(code, {})}
          </option>
        ))}
      </SelectField>
      <Field label="Object’s id" name="object" defaultValue={subject ?? ""} spellCheck={false} />
      <PeriodFields {...period} />
    </FilterForm>
  );
}
