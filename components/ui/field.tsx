import type { ComponentProps } from "react";
import { type About, Labelled } from "./field-parts";
import { useControl } from "./use-control";

const look =
  "min-h-control w-full min-w-0 rounded-control border border-control bg-page px-3 py-2 text-ink aria-invalid:border-2 aria-invalid:border-danger";

/** A labelled input that says its hint, its own error and its own warning. */
export function Field(props: ComponentProps<"input"> & About) {
  const { about, control } = useControl(props, look);
  return (
    <Labelled {...about}>
      <input {...control} />
    </Labelled>
  );
}

export function SelectField(props: ComponentProps<"select"> & About) {
  const { about, control } = useControl(props, look);
  return (
    <Labelled {...about}>
      <select {...control} />
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
