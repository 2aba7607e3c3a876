import { type ComponentProps, type ReactNode, useId } from "react";

type About = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Said in the hint, so that the accessible name stays the bare label. */
  optional?: boolean;
};

const control =
  "min-h-10 w-full min-w-0 rounded-control border border-control bg-page px-3 py-2 text-ink pointer-coarse:min-h-11 aria-invalid:border-2 aria-invalid:border-danger";

/** A labelled input that says its hint and its own error. Its id is its name, so that a summary can link to it. */
export function Field({
  label,
  hint,
  error,
  optional,
  className,
  ...input
}: ComponentProps<"input"> & About) {
  const id = useFieldId(input);
  return (
    <Labelled id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      <input
        {...input}
        id={id}
        className={join(control, className)}
        {...described(id, { hint, error, optional })}
      />
    </Labelled>
  );
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  className,
  children,
  ...select
}: ComponentProps<"select"> & About) {
  const id = useFieldId(select);
  return (
    <Labelled id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      <select
        {...select}
        id={id}
        className={join(control, className)}
        {...described(id, { hint, error, optional })}
      >
        {children}
      </select>
    </Labelled>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  optional,
  className,
  ...area
}: ComponentProps<"textarea"> & About) {
  const id = useFieldId(area);
  return (
    <Labelled id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      <textarea
        {...area}
        id={id}
        className={join(control, className)}
        {...described(id, { hint, error, optional })}
      />
    </Labelled>
  );
}

export function CheckboxField({
  label,
  hint,
  error,
  optional,
  className,
  ...box
}: Omit<ComponentProps<"input">, "type"> & About) {
  const id = useFieldId(box);
  return (
    <div className="flex flex-col gap-1">
      <FieldError id={id} error={error} />
      <div className="flex gap-3">
        <input
          {...box}
          id={id}
          type="checkbox"
          className={join("mt-0.5 size-6 shrink-0 accent-primary", className)}
          {...described(id, { hint, error, optional })}
        />
        <div className="min-w-0 pt-0.5">
          <label htmlFor={id} className="block">
            {label}
          </label>
          <Hint id={id} hint={hint} optional={optional ?? false} />
        </div>
      </div>
    </div>
  );
}

function Labelled({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: {
  id: string;
  label: string;
  hint: ReactNode;
  error: string | undefined;
  optional: boolean;
  children: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <Hint id={id} hint={hint} optional={optional} />
      <FieldError id={id} error={error} />
      {children}
    </div>
  );
}

function Hint({ id, hint, optional }: { id: string; hint: ReactNode; optional: boolean }) {
  if (!hint && !optional) return null;
  return (
    <p id={`${id}-hint`} className="text-muted text-sm">
      {optional && "(optional)"}
      {optional && hint && " "}
      {hint}
    </p>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="font-medium text-danger">
      <span className="sr-only">Error: </span>
      {error}
    </p>
  );
}

function described(
  id: string,
  {
    hint,
    error,
    optional,
  }: { hint: ReactNode; error?: string | undefined; optional?: boolean | undefined },
) {
  const ids = [(hint || optional) && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": error ? true : undefined,
  };
}

function useFieldId({ id, name }: { id?: string | undefined; name?: string | undefined }): string {
  const generated = useId();
  return id ?? name ?? generated;
}

function join(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
