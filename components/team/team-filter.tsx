import { Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import { roleLabels, roles } from "@/lib/auth/model";
import { personStatuses as statuses, type TeamFilter } from "@/lib/team/model";
import { personStatuses } from "./texts";

/** Narrows the list. A plain form: its address says it all. */
export function TeamFilterForm({
  filter: { search, role, status, order },
}: {
  filter: TeamFilter;
}) {
  return (
    <form action="/admin/team" className="flex flex-wrap items-end gap-3">
      <Field label="Name or email address" name="q" type="search" defaultValue={search} />
      <SelectField label="Role" name="role" defaultValue={role ?? ""}>
        <option value="">Every role</option>
        {roles.map((one) => (
          <option key={one} value={one}>
            {roleLabels[one]}
          </option>
        ))}
      </SelectField>
      <SelectField label="Status" name="status" defaultValue={status ?? ""}>
        <option value="">Every status</option>
        {statuses.map((one) => (
          <option key={one} value={one}>
            {personStatuses[one].label}
          </option>
        ))}
      </SelectField>
      <SelectField label="Order" name="order" defaultValue={order}>
        <option value="name">By name</option>
        <option value="activity">Last active first</option>
      </SelectField>
      <Button variant="secondary">Show</Button>
    </form>
  );
}
