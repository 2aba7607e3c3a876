import type { ReactNode } from "react";
import { Standalone } from "@/components/frame/standalone";
import { partnerName } from "@/lib/onboarding/partner";

export default async function UnsubscribeLayout({ children }: { children: ReactNode }) {
  // While the database is away the page says so, in a frame that names nobody.
  return <Standalone partner={await partnerName().catch(() => null)}>{children}</Standalone>;
}
