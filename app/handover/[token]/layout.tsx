import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ApplyFrame } from "@/components/apply/frame";
import { env } from "@/lib/env";
import { partnerOf } from "@/lib/mail/partner";

export const metadata: Metadata = {
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default async function HandoverLayout({ children }: { children: ReactNode }) {
  return (
    <ApplyFrame partner={await partnerOf()} environment={env().PLAID_ENV}>
      {children}
    </ApplyFrame>
  );
}
