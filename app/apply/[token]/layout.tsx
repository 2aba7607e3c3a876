import type { Metadata } from "next";
import type { ReactNode } from "react";
import { chooseLanguageAction } from "@/app/choose-language";
import { ApplyFrame } from "@/components/apply/frame";
import { env } from "@/lib/env";
import { partnerOf, welcomeOf } from "@/lib/mail/partner";

export const metadata: Metadata = {
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

/** Around everything behind a mailed link, a hand-over too. */
export default async function LinkLayout({ children }: { children: ReactNode }) {
  // While the database is away the page says so, in a frame that names nobody.
  const partner = await partnerOf().catch(() => "");
  const { contactEmail } = await welcomeOf().catch(() => ({ contactEmail: null }));
  return (
    <ApplyFrame
      partner={partner}
      contactEmail={contactEmail}
      environment={env().PLAID_ENV}
      chooseLanguage={chooseLanguageAction}
    >
      {children}
    </ApplyFrame>
  );
}
