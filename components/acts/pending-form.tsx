import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";

/** One button that acts once: while it works, pressing it again does nothing. */
export function PendingForm({
  action,
  pending,
  label,
  busy,
  variant = "primary",
  safe,
  children,
}: {
  action: (form: FormData) => void;
  pending: boolean;
  label: string;
  busy: string;
  variant?: ButtonVariant;
  /** The way out, before the button. */
  safe?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <form
      action={action}
      noValidate
      className="flex w-full flex-col items-start gap-4"
      onSubmit={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {children && <div className="w-full max-w-reading">{children}</div>}
      <div className="flex flex-wrap gap-3">
        {safe}
        <Button variant={variant} aria-disabled={pending}>
          {pending ? busy : label}
        </Button>
      </div>
    </form>
  );
}
