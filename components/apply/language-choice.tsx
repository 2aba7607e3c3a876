import { useLocale, useTranslations } from "next-intl";
import { languageNames, languages } from "@/lib/languages/model";

/** Each language by its own name: who needs one may read no other. */
export function LanguageChoice({ choose }: { choose: (form: FormData) => Promise<void> }) {
  const current = useLocale();
  const t = useTranslations("apply.frame");
  return (
    <form action={choose} className="-mx-2 print:hidden">
      <ul aria-label={t("language")} className="flex flex-wrap text-sm">
        {languages.map((language) => (
          <li key={language}>
            <button
              type="submit"
              name="language"
              value={language}
              lang={language}
              aria-current={language === current ? "true" : undefined}
              className="min-h-control cursor-pointer rounded-control px-2 text-primary underline underline-offset-4 hover:decoration-2 aria-[current]:text-ink aria-[current]:no-underline aria-[current]:font-medium"
            >
              {languageNames[language]}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
