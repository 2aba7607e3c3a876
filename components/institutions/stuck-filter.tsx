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
  return (
    <form action={action} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="status" value={status} />
      <SelectField label="Waiting for" name="stuck" defaultValue={stuckDays ?? ""}>
        <option value="">Any time</option>
        {stuckChoices.map((days) => (
          <option key={days} value={days}>
            {`More than ${days} business ${days === 1 ? "day" : "days"}`}
          </option>
        ))}
      </SelectField>
      <Button variant="secondary">Show</Button>
    </form>
  );
}
