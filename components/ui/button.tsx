import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet" | "plain";

const base = [
  "inline-flex min-h-control min-w-0 items-center justify-center gap-2 py-2 print:hidden",
  "cursor-pointer rounded-control border text-center font-medium no-underline",
  "aria-disabled:cursor-default",
].join(" ");

const looks: Record<ButtonVariant, string> = {
  primary: "px-4 border-transparent bg-primary text-on-primary hover:bg-primary-strong",
  secondary: "px-4 border-control bg-page text-ink hover:bg-surface",
  danger: "px-4 border-transparent bg-danger text-on-danger hover:bg-danger-strong",
  /** Reads as a link: the way out beside the button that goes on. */
  quiet: "px-4 border-transparent text-primary underline underline-offset-4 hover:decoration-2",
  /** Of the frame and of tools beside a text: there is no action in it to be drawn to. */
  plain: "px-2 border-transparent text-ink text-sm hover:bg-neutral-tint",
};

export function buttonLook(variant: ButtonVariant, more?: string): string {
  return [base, looks[variant], more].filter(Boolean).join(" ");
}

export function Button({
  variant = "primary",
  className,
  type = "submit",
  ...button
}: ComponentProps<"button"> & { variant?: ButtonVariant }) {
  return <button {...button} type={type} className={buttonLook(variant, className)} />;
}
