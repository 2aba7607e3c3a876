import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/sign-in/actions";
import { AfterNavigation } from "@/components/frame/after-navigation";
import { Footer } from "@/components/frame/footer";
import { Header } from "@/components/frame/header";
import { LiveRegions } from "@/components/frame/live-regions";
import { Navigation } from "@/components/frame/navigation";
import { SkipLink } from "@/components/frame/skip-link";
import { requireStaff } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { partnerName } from "@/lib/onboarding/partner";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { name, role } = await requireStaff();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <Header
        environment={env().PLAID_ENV}
        partner={await partnerName()}
        account={{ name, role, signOut: signOutAction }}
      />
      <div className="mx-auto flex w-full max-w-app flex-1 flex-col lg:flex-row">
        <Navigation />
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 py-6 outline-none lg:px-8">
          {children}
        </main>
      </div>
      <Footer />
      <LiveRegions />
      <AfterNavigation />
    </div>
  );
}
