import { Field } from "@/components/ui/field";
import type { Period } from "@/lib/period/model";

/** Days, UTC, both included. */
export function PeriodFields({ from, until }: Period) {
  return (
    <>
      <Field label="From (UTC)" name="from" type="date" defaultValue={from ?? ""} />
      <Field label="Until (UTC)" name="until" type="date" defaultValue={until ?? ""} />
    </>
  );
}
