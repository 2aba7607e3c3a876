import type { ReactNode } from "react";
import { AfterNavigation } from "@/components/frame/after-navigation";
import { EnvironmentBanner, type PlaidEnvironment } from "@/components/frame/environment";
import { LiveRegions } from "@/components/frame/live-regions";
import { SkipLink } from "@/components/frame/skip-link";

/** Around everything an invited customer meets: whose it is, and nothing that leads elsewhere. */
export function ApplyFrame({
  partner,
  contactEmail,
  environment,
  children,
}: {
  partner: string;
  /** Where its readers may ask. */
  contactEmail: string | null;
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
      {contactEmail && (
        <footer className="border-t px-4 py-4 text-muted text-sm lg:px-8">
          <p className="mx-auto max-w-app wrap-anywhere">
            Questions? Write to{" "}
            <a
              href={`mailto:${contactEmail}`}
              className="inline-block py-0.5 text-primary underline underline-offset-4"
            >
              {contactEmail}
            </a>
          </p>
        </footer>
      )}
      <LiveRegions />
      <AfterNavigation />
    </div>
  );
}
