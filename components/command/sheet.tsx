"use client";

import type { ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";

/** A dialog at the top of the window, so that it stays in its place while its content grows. */
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
  return (
    <Dialog
      title={title}
      titleLook={titleHidden ? "sr-only" : "px-6 pt-6 text-xl"}
      closed={close}
      className="mt-[8vh] max-h-[84dvh] max-w-form overflow-hidden"
    >
      {children}
    </Dialog>
  );
}
