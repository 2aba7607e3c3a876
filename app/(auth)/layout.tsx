import type { ReactNode } from "react";
import { EnvironmentChip } from "@/components/frame/environment-chip";
import { Standalone } from "@/components/frame/standalone";
import { env } from "@/lib/env";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <Standalone beside={<EnvironmentChip environment={env().PLAID_ENV} />}>{children}</Standalone>
  );
}
