import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EnvironmentBanner, type PlaidEnvironment } from "@/components/frame/environment";
import { SkipLink } from "@/components/frame/skip-link";
import { LanguageChoice } from "./language-choice";

/** Around everything an invited customer meets: whose it is, and nothing that leads elsewhere. */
export function ApplyFrame({
  partner,
  contactEmail,
  environment,
  chooseLanguage,
  children,
}: {
  partner: string;
  /** Where its readers may ask. */
  contactEmail: string | null;
  environment: PlaidEnvironment;
  chooseLanguage: (form: FormData) => Promise<void>;
  children: ReactNode;
}) {
  const t = useTranslations("apply.frame");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b">
        <EnvironmentBanner environment={environment} />
        <div className="mx-auto flex max-w-app flex-wrap items-center justify-between gap-x-6 px-4 py-1 lg:px-8">
          <p className="min-w-0 py-2 font-semibold text-lg">{partner}</p>
          <LanguageChoice choose={chooseLanguage} />
        </div>
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
            {t.rich("questions", {
              address: contactEmail,
              link: (address) => (
                <a
                  href={`mailto:${contactEmail}`}
                  className="inline-block py-0.5 text-primary underline underline-offset-4"
                >
                  {address}
                </a>
              ),
            })}
          </p>
        </footer>
      )}
    </div>
  );
}
