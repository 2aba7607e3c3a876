import type { ComponentProps } from "react";
import { type About, Labelled } from "./field-parts";
import { useControl } from "./use-control";

const look =
  "min-h-control w-full min-w-0 rounded-control border border-control bg-page px-3 py-2 text-ink aria-invalid:border-2 aria-invalid:border-danger disabled:border-line disabled:bg-surface disabled:opacity-100 [&[readonly]]:border-line [&[readonly]]:bg-surface";

/** A labelled input that says its hint, its own error and its own warning. */
export function Field(props: ComponentProps<"input"> & About) {
  const { about, control } = useControl(props, look);
  return (
    <Labelled {...about}>
      <input {...control} />
    </Labelled>
  );
}

/** A select cannot be read-only: it is shown as disabled, and its value goes along beside it. */
export function SelectField({
  readOnly,
  ...props
}: ComponentProps<"select"> & About & { readOnly?: boolean }) {
  const { about, control } = useControl(props, look);
  return (
    <Labelled {...about}>
      <select {...control} disabled={readOnly} />
      {readOnly && <input type="hidden" name={control.name} value={String(control.defaultValue)} />}
    </Labelled>
  );
}

export function TextAreaField(props: ComponentProps<"textarea"> & About) {
  const { about, control } = useControl(props, look);
  return (
    <Labelled {...about}>
      <textarea {...control} />
    </Labelled>
  );
}
