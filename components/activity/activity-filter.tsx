import { Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import { activityKinds } from "./kinds";

/** Narrows the timeline. A plain form: its address says it all. */
export function ActivityFilter({
  path,
  kind,
  search,
}: {
  path: string;
  kind: string | null;
  search: string;
}) {
  return (
    <form action={path} className="flex flex-wrap items-end gap-3">
      <SelectField label="Kind" name="kind" defaultValue={kind ?? ""}>
        <option value="">Everything</option>
        {activityKinds.map((one) => (
          <option key={one.kind} value={one.kind}>
            {one.label}
          </option>
        ))}
      </SelectField>
      <Field label="Text" name="q" type="search" defaultValue={search} />
      <Button variant="secondary">Filter</Button>
    </form>
  );
}
