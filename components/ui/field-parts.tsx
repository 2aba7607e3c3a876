import type { ReactNode } from "react";
import { TriangleAlert } from "./icons";
import { Word } from "./words";

/** What a field says beside its value. All but the label is part of its description. */
export type About = {
  /** The accessible name, alone. */
  label: string;
  /** Beside the label, such as who will see the answer. */
  chip?: ReactNode;
  hint?: ReactNode;
  optional?: boolean | undefined;
  /** Keeps the form from going on. */
  error?: string | undefined;
  /** Worth a look and in nobody's way. */
  warning?: string | undefined;
};

type Parts = Omit<About, "label"> & { id: string };

export function Labelled({
  children,
  ...about
}: About & { id: string; children: ReactNode }): ReactNode {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <LabelLine {...about} className="font-medium" />
      <Hint {...about} />
      <FieldError {...about} />
      {children}
      <FieldWarning {...about} />
    </div>
  );
}

/** The label, and the chip at the other end of its line or under it. */
export function LabelLine({
  id,
  label,
  chip,
  className,
}: About & { id: string; className?: string }) {
  return (
    <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
      <label htmlFor={id} className={classes("min-w-0", className)}>
        {label}
      </label>
      <FieldChip id={id} chip={chip} />
    </div>
  );
}

export function FieldChip({ id, chip }: Parts) {
  return chip ? <span id={`${id}-chip`}>{chip}</span> : null;
}

export function Hint({ id, hint, optional }: Parts) {
  if (!hint && !optional) return null;
  return (
    <div id={`${id}-hint`} className="text-muted text-sm">
      {optional && <Word name="optional" />}
      {optional && hint && " "}
      {hint}
    </div>
  );
}

export function FieldError({ id, error }: Parts) {
  if (!error) return null;
  return <ErrorNote id={`${id}-error`}>{error}</ErrorNote>;
}

export function FieldWarning({ id, warning }: Parts) {
  if (!warning) return null;
  return <WarningNote id={`${id}-warning`}>{warning}</WarningNote>;
}

type NoteProps = { id?: string; children: ReactNode };

/** What is wrong with an answer, beside it. */
export function ErrorNote({ id, children }: NoteProps) {
  return (
    <p id={id} className="font-medium text-danger">
      <span className="sr-only">
        <Word name="error" />{" "}
      </span>
      {children}
    </p>
  );
}

/** What is worth a look about an answer, beside it. */
export function WarningNote({ id, children }: NoteProps) {
  return (
    <p id={id} className="flex gap-1.5 text-sm text-you">
      <TriangleAlert className="mt-0.5" />
      <span className="min-w-0">
        <span className="sr-only">
          <Word name="warning" />{" "}
        </span>
        {children}
      </span>
    </p>
  );
}

/** Ids of everything the field says, for `aria-describedby`; `more` are ids of the caller's. */
export function descriptionOf({ id, chip, hint, optional, error, warning }: Parts, more?: string) {
  const ids = [
    chip && `${id}-chip`,
    (hint || optional) && `${id}-hint`,
    error && `${id}-error`,
    warning && `${id}-warning`,
    more,
  ];
  return ids.filter(Boolean).join(" ") || undefined;
}

export function classes(...names: (string | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
