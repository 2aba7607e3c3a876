import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";

/** One button that acts once: while it works, pressing it again does nothing. */
export function PendingForm({
  action,
  pending,
  label,
  busy,
  variant = "primary",
  children,
}: {
  action: (form: FormData) => void;
  pending: boolean;
  label: string;
  busy: string;
  variant?: ButtonVariant;
  children?: ReactNode;
}) {
  return (
    <form
      action={action}
      noValidate
      className="flex flex-col items-start gap-3"
      onSubmit={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {children && <div className="w-full max-w-reading">{children}</div>}
      <Button variant={variant} aria-disabled={pending}>
        {pending ? busy : label}
      </Button>
    </form>
  );
}
