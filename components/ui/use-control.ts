import { useId } from "react";
import { type About, classes, descriptionOf } from "./field-parts";

type ControlProps = {
  id?: string | undefined;
  name?: string | undefined;
  className?: string | undefined;
  "aria-describedby"?: string | undefined;
};

/**
 * Parts what the field says about itself from what its control is given. Its id is its name, so that
 * a summary can link to it.
 */
export function useControl<P extends ControlProps>(
  { label, chip, hint, optional, error, warning, ...rest }: P & About,
  look: string,
) {
  const generated = useId();
  const id = rest.id ?? rest.name ?? generated;
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
