import type { ReactNode } from "react";
import { AfterNavigation } from "@/components/frame/after-navigation";
import { EnvironmentBanner, type PlaidEnvironment } from "@/components/frame/environment";
import { LiveRegions } from "@/components/frame/live-regions";
import { SkipLink } from "@/components/frame/skip-link";

/** Around everything an invited customer meets: whose it is, and nothing that leads elsewhere. */
export function ApplyFrame({
  partner,
  environment,
  children,
}: {
  partner: string;
  environment: PlaidEnvironment;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b">
        <EnvironmentBanner environment={environment} />
        <p className="mx-auto max-w-app px-4 py-3 font-semibold text-lg lg:px-8">{partner}</p>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full min-w-0 max-w-app flex-1 px-4 py-6 outline-none lg:px-8"
      >
        {children}
      </main>
      <LiveRegions />
      <AfterNavigation />
    </div>
  );
}
