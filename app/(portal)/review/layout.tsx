import type { ReactNode } from "react";
import { Live } from "@/components/live";

export default function ReviewLayout({ children }: { children: ReactNode }) {
  return <Live>{children}</Live>;
}
