import { useTranslations } from "next-intl";

/** One and the same for a link that never was, was mistyped, replaced or ended by the partner. */
export function LinkEnded() {
  const t = useTranslations("apply.ended");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title")}</h1>
      <p>{t("about")}</p>
    </div>
  );
}
