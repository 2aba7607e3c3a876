"use client";

import { Dialog } from "radix-ui";
import { type ReactNode, useState } from "react";

/** A dialog that is there as soon as it is loaded; closed, the focus returns to where it was. */
export function Sheet({
  title,
  titleHidden = false,
  close,
  children,
}: {
  title: string;
  titleHidden?: boolean;
  close: () => void;
  children: ReactNode;
}) {
  const [opener] = useState(() => document.activeElement);
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-page/80" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener instanceof HTMLElement) opener.focus();
          }}
          className="-translate-x-1/2 fixed top-[8vh] left-1/2 z-50 flex max-h-[84dvh] w-[calc(100vw-2rem)] max-w-form flex-col overflow-hidden rounded-card border bg-page text-ink shadow-dialog"
        >
          <Dialog.Title className={titleHidden ? "sr-only" : "px-6 pt-6 text-xl"}>
            {title}
          </Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
