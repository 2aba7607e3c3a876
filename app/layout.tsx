import type { Metadata } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { partnerName } from "@/lib/onboarding/partner";
import "./globals.css";

// One file for every weight. Other scripts than Latin are set in the system's own fonts.
const geist = localFont({
  src: "../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-geist",
  adjustFontFallback: "Arial",
});

export async function generateMetadata(): Promise<Metadata> {
  // No page fails for the sake of its title.
  const partner = await partnerName().catch(() => null);
  const portal = partner ? `${partner} portal` : "Vestibule";
  return {
    title: { default: portal, template: `%s – ${portal}` },
    robots: { index: false, follow: false },
  };
}

// Every page carries the nonce of its own request; a page made in advance would have none.
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={geist.variable}>
      <body>{children}</body>
    </html>
  );
}
