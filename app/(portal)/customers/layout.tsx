import type { ReactNode } from "react";
import { Live } from "@/components/live/live";

export default function CustomersLayout({ children }: { children: ReactNode }) {
  return <Live>{children}</Live>;
}
