import type { ReactNode } from "react";
import { Shortcuts } from "@/components/review/shortcuts";

export default function ReviewLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Shortcuts />
    </>
  );
}
