import type { ReactNode } from "react";
import { Standalone } from "@/components/frame/standalone";
import { partnerName } from "@/lib/onboarding/partner";

export default async function UnsubscribeLayout({ children }: { children: ReactNode }) {
  return <Standalone partner={await partnerName()}>{children}</Standalone>;
}
