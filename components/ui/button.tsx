import Link, { type LinkProps } from "next/link";
import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";

const base = [
  "inline-flex min-h-control items-center justify-center gap-2 px-4 py-2",
  "cursor-pointer rounded-control border text-center font-medium no-underline",
  "aria-disabled:cursor-default",
].join(" ");

const looks: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-primary text-on-primary hover:bg-primary-strong",
  secondary: "border-control bg-page text-ink hover:bg-surface",
  danger: "border-transparent bg-danger text-on-danger hover:bg-danger-strong",
  quiet: "border-transparent text-primary underline underline-offset-4 hover:decoration-2",
};

function look(variant: ButtonVariant, more: string | undefined): string {
  return [base, looks[variant], more].filter(Boolean).join(" ");
}

export function Button({
  variant = "primary",
  className,
  type = "submit",
  ...button
}: ComponentProps<"button"> & { variant?: ButtonVariant }) {
  return <button {...button} type={type} className={look(variant, className)} />;
}

/** Goes somewhere and changes nothing; looks like a button. */
export function ButtonLink<R extends string>({
  variant = "primary",
  className,
  href,
  ...link
}: LinkProps<R> & { variant?: ButtonVariant }) {
  return <Link<R> {...link} href={href} className={look(variant, className)} />;
}
