import type { ReactNode } from "react";
import { Live } from "@/components/live/live";
import { Shortcuts } from "@/components/review/shortcuts";

export default function ReviewLayout({ children }: { children: ReactNode }) {
  return (
    <Live>
      {children}
      <Shortcuts />
    </Live>
  );
}
