"use client";

import { AlertDialog } from "radix-ui";
import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "./button";

/** Asks before something that cannot be undone. Focus starts on the safe button; Escape is safe too. */
export function ConfirmDialog({
  trigger,
  triggerVariant = "primary",
  title,
  children,
  safeLabel,
  confirm,
}: {
  trigger: string;
  triggerVariant?: ButtonVariant;
  /** A question. */
  title: string;
  children: ReactNode;
  safeLabel: string;
  /** What does it, given the safe button to stand before its own. */
  confirm: (safe: ReactNode) => ReactNode;
}) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>
        <Button type="button" variant={triggerVariant}>
          {trigger}
        </Button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 bg-page/80" />
        <AlertDialog.Content className="-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 flex max-h-[90dvh] w-[calc(100vw-2rem)] max-w-narrow flex-col gap-4 overflow-y-auto rounded-card border bg-page p-6 shadow-dialog">
          <AlertDialog.Title className="text-xl">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="flex flex-col gap-2">{children}</div>
          </AlertDialog.Description>
          {confirm(
            <AlertDialog.Cancel asChild>
              <Button type="button" variant="secondary">
                {safeLabel}
              </Button>
            </AlertDialog.Cancel>,
          )}
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
