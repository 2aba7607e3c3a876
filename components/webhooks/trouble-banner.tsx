import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";

/** Genuine webhooks that this server turned away; nothing while there are few. */
export function SignatureTrouble({ rejected }: { rejected: number }) {
  const t = useTranslations("webhooks.trouble");
  if (rejected === 0) return null;
  return (
    <Banner tone="you" title={t("title")}>
      <p>
        {t.rich("about", {
          count: rejected,
          link: (chunks) => (
            <TextLink tone="inherit" href="/admin/webhooks?verdict=rejected">
              {chunks}
            </TextLink>
          ),
        })}
      </p>
    </Banner>
  );
}
