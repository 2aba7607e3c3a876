import type { Metadata } from "next";
import localFont from "next/font/local";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AfterNavigation } from "@/components/frame/after-navigation";
import { LiveRegions } from "@/components/frame/live-regions";
import { WordsIn } from "@/components/ui/words";
import { publicOrigin } from "@/lib/env";
import { uiWords } from "@/lib/languages/model";
import { partnerName } from "@/lib/onboarding/partner";
// What shows errors is loaded with the frame: by itself it would be two requests more of every page.
import "./(portal)/error";
import "./apply/[token]/error";
import "./global-error";
import "./globals.css";
import "./handover/[token]/error";

// Made by scripts/fonts.mjs. Other scripts than Latin are set in the system's own fonts.
const geist = localFont({
  src: "./fonts/geist-basic.woff2",
  weight: "400 600",
  variable: "--font-geist",
  adjustFontFallback: false,
});

// Loaded when a page has such a letter.
const accents = localFont({
  src: "./fonts/geist-accents.woff2",
  weight: "400 600",
  variable: "--font-geist-accents",
  declarations: [
    {
      prop: "unicode-range",
      value: "U+A1-FF, U+131, U+152-153, U+2BB-2DC, U+2014, U+2018, U+20AC, U+2122",
    },
  ],
  preload: false,
  adjustFontFallback: false,
});

export async function generateMetadata(): Promise<Metadata> {
  // No page fails for the sake of its title.
  const partner = await partnerName().catch(() => null);
  const t = await getTranslations("apply");
  const portal = partner ? t("portal", { partner }) : "Vestibule";
  return {
    metadataBase: new URL(publicOrigin()),
    title: { default: portal, template: `%s – ${portal}` },
    description: partner ? t("description.ofPartner", { partner }) : t("description.ours"),
    robots: { index: false, follow: false },
  };
}

// Every page carries the nonce of its own request; a page made in advance would have none.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { ui } = await getMessages();
  return (
    <html lang={await getLocale()} className={`${geist.variable} ${accents.variable}`}>
      <body>
        {/* English is there without being sent. */}
        <WordsIn words={ui === uiWords ? undefined : ui}>{children}</WordsIn>
        <LiveRegions />
        <AfterNavigation />
      </body>
    </html>
  );
}
