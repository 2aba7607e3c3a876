import { useTranslations } from "next-intl";

export function SkipLink() {
  const t = useTranslations("ui");
  return (
    <a
      href="#main"
      className="sr-only rounded-control bg-page p-3 font-medium text-primary underline focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
    >
      {t("skip")}
    </a>
  );
}
