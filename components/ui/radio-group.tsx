import type { ComponentProps, ReactNode } from "react";
import { type About, Hint } from "./field-parts";
import { Fieldset } from "./fieldset";

type RadioOption = { value: string; label: string; hint?: ReactNode };

type RadioProps = Omit<ComponentProps<"input">, "type" | "id" | "value" | "defaultChecked">;

/** One answer out of a few. Its id is its name, so that a summary can link to it. */
export function RadioGroup({
  legend,
  look = "label",
  name,
  options,
  defaultValue,
  chip,
  hint,
  optional,
  error,
  warning,
  readOnly,
  ...radio
}: RadioProps &
  Omit<About, "label"> &
  Pick<ComponentProps<typeof Fieldset>, "legend" | "look"> & {
    name: string;
    options: RadioOption[];
  }) {
  const about = { chip, hint, optional, error, warning };
  return (
    <Fieldset id={name} legend={legend} look={look} className="gap-3" {...about}>
      {options.map((option) => (
        <Radio
          {...radio}
          key={option.value}
          name={name}
          option={option}
          defaultChecked={option.value === defaultValue}
          disabled={readOnly}
        />
      ))}
      {readOnly && <input type="hidden" name={name} value={String(defaultValue)} />}
    </Fieldset>
  );
}

function Radio({
  option,
  name,
  ...radio
}: RadioProps & { option: RadioOption; name: string; defaultChecked: boolean }) {
  const { value, label, hint } = option;
  const id = `${name}.${value}`;
  return (
    <div className="flex min-w-0 gap-3">
      <input
        {...radio}
        id={id}
        type="radio"
        name={name}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-6 shrink-0 accent-primary"
      />
      <div className="min-w-0 pt-0.5">
        <label htmlFor={id} className="block">
          {label}
        </label>
        <Hint id={id} hint={hint} />
      </div>
    </div>
  );
}
