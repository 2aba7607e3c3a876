import type { ReactNode } from "react";
import {
  type About,
  classes,
  descriptionOf,
  FieldChip,
  FieldError,
  FieldWarning,
  Hint,
} from "./field-parts";

const legends = {
  section: "font-semibold text-xl",
  group: "font-semibold text-lg",
  label: "font-medium",
};

/** Fields that belong together. With an id a summary can link to it. */
export function Fieldset({
  id,
  legend,
  look = "section",
  children,
  className,
  ...about
}: Omit<About, "label"> & {
  id: string;
  legend: ReactNode;
  /** How much the legend stands out: a part of the page, a group in it, or one question. */
  look?: keyof typeof legends;
  children: ReactNode;
  className?: string;
}) {
  const { chip, hint, optional, error } = about;
  const parts = { id, ...about };
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={descriptionOf(parts)}
      className={classes("flex min-w-0 flex-col", className ?? "gap-6")}
    >
      <legend className={classes("mb-1 max-w-full", legends[look])}>{legend}</legend>
      {(chip || hint || optional || error) && (
        <div className="flex flex-col items-start gap-1">
          <FieldChip {...parts} />
          <Hint {...parts} />
          <FieldError {...parts} />
        </div>
      )}
      {children}
      <FieldWarning {...parts} />
    </fieldset>
  );
}
