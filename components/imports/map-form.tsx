"use client";

import { useTranslations } from "next-intl";
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
  const t = useTranslations("imports.columns");
  const told = useTranslations("imports.told");
  const [state, action, pending] = useActionState(map, null);
  return (
    <div className="flex flex-col gap-6">
      {state && <Outcome {...explainMap(state.error, told)} />}
      <PendingForm action={action} pending={pending} label={t("check")} busy={t("checking")}>
        <div className="grid gap-6">
          {header.map((heading, column) => (
            <SelectField
              // Columns have no other name; a refused choice is shown again.
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file stay where they are
              key={`${column} ${state?.chosen[column]}`}
              label={heading || t("unnamed", { number: column + 1 })}
              name={`column.${column}`}
              hint={
                samples[column]?.length
                  ? t("samples", { samples: samples[column].join(" · ") })
                  : t("empty")
              }
              defaultValue={state?.chosen[column] ?? guess[column] ?? ""}
            >
              <option value="">{t("ignore")}</option>
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
