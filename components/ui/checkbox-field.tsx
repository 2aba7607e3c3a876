import type { ComponentProps } from "react";
import { type About, FieldError, FieldWarning, Hint, LabelLine } from "./field-parts";
import { useControl } from "./use-control";

/** A box cannot be read-only: it is shown as disabled, and its tick goes along beside it. */
export function CheckboxField({
  readOnly,
  ...props
}: Omit<ComponentProps<"input">, "type"> & About) {
  const { about, control } = useControl(props, "mt-0.5 size-6 shrink-0 accent-primary");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <FieldError {...about} />
      <div className="flex min-w-0 gap-3">
        <input {...control} type="checkbox" disabled={readOnly} />
        {readOnly && control.defaultChecked && (
          <input type="hidden" name={control.name} value={control.value ?? "on"} />
        )}
        <div className="flex min-w-0 grow flex-col gap-1 pt-0.5">
          <LabelLine {...about} />
          <Hint {...about} />
          <FieldWarning {...about} />
        </div>
      </div>
    </div>
  );
}
