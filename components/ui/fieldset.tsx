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

const looks = {
  section: { own: "mt-6", legend: "font-semibold text-xl", gap: "mb-4" },
  group: { own: "", legend: "font-semibold text-lg", gap: "mb-3" },
  label: { own: "", legend: "font-medium", gap: "mb-1" },
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
  look?: keyof typeof looks;
  children: ReactNode;
  className?: string;
}) {
  const { chip, hint, optional, error } = about;
  const parts = { id, ...about };
  const said = chip || hint || optional || error;
  const { own, legend: legendLook, gap } = looks[look];
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={descriptionOf(parts)}
      className={classes("flex min-w-0 flex-col", own, className ?? "gap-6")}
    >
      <legend className={classes("max-w-full", legendLook, said ? "mb-1" : gap)}>{legend}</legend>
      {said && (
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
