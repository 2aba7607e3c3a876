"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonVariant } from "./button";
import { Dialog } from "./dialog";

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
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button type="button" variant={triggerVariant} onClick={() => setOpen(true)}>
        {trigger}
      </Button>
      {open && (
        <Dialog
          role="alertdialog"
          title={title}
          titleLook="text-xl"
          description={children}
          closed={close}
          className="my-auto max-h-[90dvh] max-w-narrow gap-4 overflow-y-auto p-6"
        >
          {confirm(
            <Button ref={focusFirst} type="button" variant="secondary" onClick={close}>
              {safeLabel}
            </Button>,
          )}
        </Dialog>
      )}
    </>
  );
}

/** The dialog opens when it is in the page, after its content: only then can anything have the focus. */
function focusFirst(button: HTMLButtonElement | null) {
  queueMicrotask(() => button?.focus());
}
