import { Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import type { CustomerCounts, CustomerFilter } from "@/lib/customers/model";
import { customerStatuses, describeStatus } from "@/lib/statuses/model";

/** A plain GET form: the address is the filter, so Back and links just work. */
export function CustomerFilters({
  filter,
  counts,
}: {
  filter: CustomerFilter;
  counts: CustomerCounts;
}) {
  const invented = counts
    .map(({ status }) => status)
    .filter((status) => !(customerStatuses as string[]).includes(status));
  return (
    <form action="/customers" className="flex flex-wrap items-end gap-4">
      <div className="min-w-0 flex-1 basis-60">
        <Field
          key={filter.search}
          label="Search"
          type="search"
          name="q"
          defaultValue={filter.search}
          autoComplete="off"
        />
      </div>
      <div className="min-w-0 flex-1 basis-48 sm:max-w-72">
        <SelectField
          key={filter.status}
          label="Status"
          name="status"
          defaultValue={filter.status ?? ""}
        >
          <option value="">Every status</option>
          {[...customerStatuses, ...invented].map((status) => (
            <option key={status} value={status}>
              {describeStatus(status).label}
            </option>
          ))}
        </SelectField>
      </div>
      {filter.turn && <input type="hidden" name="turn" value={filter.turn} />}
      <Button variant="secondary">Apply</Button>
    </form>
  );
}
