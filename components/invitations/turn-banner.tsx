import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import type { OnboardingView } from "@/lib/drafts/model";
import { describeStatus } from "@/lib/statuses/model";

/** Whose turn it is while a draft is not ours alone; who was invited stands below it. */
export function TurnBanner({ view: { id, status, requirements } }: { view: OnboardingView }) {
  const t = useTranslations("invitations.turn");
  const { label } = describeStatus(status);
  const [first] = requirements;
  if (status === "IN_REVIEW") {
    return (
      <Banner tone="you" title={label}>
        {first && <p>{t("reason", { reason: first.reason })}</p>}
        <p>
          <TextLink href={`/review/${id}` as Route} tone="inherit" className="font-medium">
            {t("review")}
          </TextLink>
        </p>
      </Banner>
    );
  }
  return (
    <Banner tone="customer" title={t("customers")}>
      {first && status !== "INVITED" && (
        <p>{t("standing", { status: label, reason: first.reason })}</p>
      )}
      <p>{t("about")}</p>
    </Banner>
  );
}
