"use client";

import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { SelectField } from "@/components/ui/field";
import { stepTitles } from "@/lib/fields/model";
import { type ImportView, importFields, keyOf, type MapError } from "@/lib/imports/model";
import { explainMap } from "./texts";

/** What was chosen comes back with what is wrong with it. */
export type MapState = { error: MapError; chosen: string[] } | null;

/** Each column of the file, some of what stands in it, and the answer that it becomes. */
export function MapForm({
  header,
  samples,
  guess,
  map,
}: Pick<ImportView, "header" | "samples"> & {
  guess: (string | null)[];
  map: (state: MapState, form: FormData) => Promise<MapState>;
}) {
  const [state, action, pending] = useActionState(map, null);
  return (
    <div className="flex flex-col gap-6">
      {state && <Outcome {...explainMap(state.error)} />}
      <PendingForm action={action} pending={pending} label="Check the rows" busy="Checking…">
        <div className="grid gap-6">
          {header.map((heading, column) => (
            <SelectField
              // Columns have no other name; a refused choice is shown again.
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file stay where they are
              key={`${column} ${state?.chosen[column]}`}
              label={heading || `Column ${column + 1}`}
              name={`column.${column}`}
              hint={samples[column]?.length ? `Such as ${samples[column].join(" · ")}` : "Empty"}
              defaultValue={state?.chosen[column] ?? guess[column] ?? ""}
            >
              <option value="">Do not import</option>
              <FieldOptions />
            </SelectField>
          ))}
        </div>
      </PendingForm>
    </div>
  );
}

function FieldOptions() {
  const steps = [...new Set(importFields.map(({ step }) => step))];
  return steps.map((step) => (
    <optgroup key={step} label={stepTitles[step]}>
      {importFields
        .filter((field) => field.step === step)
        .map((field) => (
          <option key={keyOf(field)} value={keyOf(field)}>
            {field.label}
          </option>
        ))}
    </optgroup>
  ));
}
