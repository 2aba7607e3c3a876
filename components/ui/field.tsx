import type { ComponentProps } from "react";
import { type About, classes, descriptionOf, Labelled, useFieldId } from "./field-parts";

const look =
  "min-h-control w-full min-w-0 rounded-control border border-control bg-page px-3 py-2 text-ink aria-invalid:border-2 aria-invalid:border-danger";

/** A labelled input that says its hint, its own error and its own warning. */
export function Field(props: ComponentProps<"input"> & About) {
  const { about, control } = useControl(props);
  return (
    <Labelled {...about}>
      <input {...control} />
    </Labelled>
  );
}

export function SelectField(props: ComponentProps<"select"> & About) {
  const { about, control } = useControl(props);
  return (
    <Labelled {...about}>
      <select {...control} />
    </Labelled>
  );
}

export function TextAreaField(props: ComponentProps<"textarea"> & About) {
  const { about, control } = useControl(props);
  return (
    <Labelled {...about}>
      <textarea {...control} />
    </Labelled>
  );
}

type ControlProps = {
  id?: string | undefined;
  name?: string | undefined;
  className?: string | undefined;
  "aria-describedby"?: string | undefined;
};

/** Parts what the field says about itself from what its control is given. */
function useControl<P extends ControlProps>({
  label,
  chip,
  hint,
  optional,
  error,
  warning,
  ...rest
}: P & About) {
  const id = useFieldId(rest);
  const about = { id, label, chip, hint, optional, error, warning };
  const control = {
    ...rest,
    id,
    className: classes(look, rest.className),
    "aria-describedby": descriptionOf(about, rest["aria-describedby"]),
    "aria-invalid": error ? true : undefined,
  };
  return { about, control };
}
