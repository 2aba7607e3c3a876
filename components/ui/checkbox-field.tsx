import type { ComponentProps } from "react";
import { type About, FieldError, FieldWarning, Hint, LabelLine } from "./field-parts";
import { useControl } from "./use-control";

export function CheckboxField(props: Omit<ComponentProps<"input">, "type"> & About) {
  const { about, control } = useControl(props, "mt-0.5 size-6 shrink-0 accent-primary");
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <FieldError {...about} />
      <div className="flex min-w-0 gap-3">
        <input {...control} type="checkbox" />
        <div className="flex min-w-0 grow flex-col gap-1 pt-0.5">
          <LabelLine {...about} />
          <Hint {...about} />
          <FieldWarning {...about} />
        </div>
      </div>
    </div>
  );
}
