import type { ReactNode } from "react";
import { EnvironmentBanner, EnvironmentChip } from "@/components/frame/environment";
import { Standalone } from "@/components/frame/standalone";
import { env } from "@/lib/env";
import { partnerName } from "@/lib/onboarding/partner";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const environment = env().PLAID_ENV;
  return (
    <Standalone
      partner={await partnerName()}
      banner={<EnvironmentBanner environment={environment} />}
      beside={<EnvironmentChip environment={environment} />}
    >
      {children}
    </Standalone>
  );
}
