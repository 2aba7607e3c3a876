import type { ReactNode } from "react";
import AuthLayout from "@/app/(auth)/layout";
import { signOutAction } from "@/app/(auth)/sign-in/actions";
import { startOnboardingAction } from "@/app/(portal)/onboardings/actions";
import { reviewNextAction } from "@/app/(portal)/review/actions";
import { areasFor } from "@/components/admin/areas";
import { Footer } from "@/components/frame/footer";
import { Header } from "@/components/frame/header";
import { Navigation } from "@/components/frame/navigation";
import { SkipLink } from "@/components/frame/skip-link";
import { may } from "@/lib/auth/model";
import { requireAccount, wantsSingleKeys } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { partnerName } from "@/lib/onboarding/partner";
import { countReviews } from "@/lib/reviews/queue";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { staff, standing } = await requireAccount();
  // There is nowhere else to go before a second factor is set up.
  if (standing === "set_up") return <AuthLayout>{children}</AuthLayout>;
  const { name, role } = staff;
  const toReview = may(staff, "onboarding.review") ? await countReviews(staff) : null;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <Header
        environment={env().PLAID_ENV}
        partner={await partnerName()}
        account={{ name, role, signOut: signOutAction }}
        search={{
          role,
          singleKeys: await wantsSingleKeys(),
          act: { start: startOnboardingAction, reviewNext: reviewNextAction },
        }}
      />
      <div className="mx-auto flex w-full max-w-app flex-1 flex-col lg:flex-row">
        <Navigation toReview={toReview} administration={areasFor(staff)[0]?.href ?? null} />
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 py-6 outline-none lg:px-8">
          {children}
        </main>
      </div>
      <Footer />
    </div>
  );
}
