import type { ComponentProps } from "react";
import {
  type About,
  classes,
  descriptionOf,
  FieldError,
  FieldWarning,
  Hint,
  LabelLine,
  useFieldId,
} from "./field-parts";

export function CheckboxField({
  label,
  chip,
  hint,
  optional,
  error,
  warning,
  className,
  ...box
}: Omit<ComponentProps<"input">, "type"> & About) {
  const id = useFieldId(box);
  const about = { id, label, chip, hint, optional, error, warning };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <FieldError {...about} />
      <div className="flex min-w-0 gap-3">
        <input
          {...box}
          id={id}
          type="checkbox"
          className={classes("mt-0.5 size-6 shrink-0 accent-primary", className)}
          aria-describedby={descriptionOf(about, box["aria-describedby"])}
          aria-invalid={error ? true : undefined}
        />
        <div className="flex min-w-0 grow flex-col gap-1 pt-0.5">
          <LabelLine {...about} />
          <Hint {...about} />
          <FieldWarning {...about} />
        </div>
      </div>
    </div>
  );
}
