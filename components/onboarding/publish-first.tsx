import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";

/** The use cases are the partner's own, in the Plaid Dashboard. */
export function PublishFirst() {
  const t = useTranslations("wizard.publishFirst");
  return (
    <div className="hidden group-has-checked:block">
      <Banner tone="you" title={t("title")}>
        <p>{t("about")}</p>
      </Banner>
    </div>
  );
}
