import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { OnboardingView } from "@/lib/drafts/model";
import type { Translate } from "@/lib/languages/model";
import type { ApprovalView } from "@/lib/reviews/model";
import { describeStatus, isOurs } from "@/lib/statuses/model";
import { type HandInAction, HandInForm } from "./hand-in-form";

const NAMES_SHOWN = 3;

type Words = Translate<"wizard.beforeSending">;

type Facts = {
  view: Pick<OnboardingView, "id" | "status">;
  /** Null where one person is enough. */
  approval: ApprovalView | null;
  handIn: HandInAction;
};

/** What has to happen before this reader may send it; nothing when they may. */
export function insteadOf({ view: { id, status }, approval, handIn }: Facts, t: Words): ReactNode {
  if (status === "IN_REVIEW") {
    return (
      <Banner tone="you" title={t("inReview.title")}>
        <p>{t("inReview.about")}</p>
        <p>
          <TextLink tone="inherit" href={`/review/${id}` as Route}>
            {t("inReview.open")}
          </TextLink>
        </p>
      </Banner>
    );
  }
  if (!isOurs(status)) {
    const { label, line } = describeStatus(status);
    return (
      <Banner tone="customer" title={label}>
        <p>{t("elsewhere", { line })}</p>
      </Banner>
    );
  }
  if (!approval || (approval.approved && !approval.approved.yours)) return undefined;
  return approval.approved ? (
    <Banner tone="you" title={t("sender.title")}>
      <p>{t("sender.about", { who: whoOf("sender", approval, t) })}</p>
    </Banner>
  ) : (
    <>
      <Banner tone="you" title={t("approver.title")}>
        <p>{t("approver.about", { who: whoOf("approver", approval, t) })}</p>
      </Banner>
      <HandInForm handIn={handIn} />
    </>
  );
}

/** "Mira Chen, Bo Li or 4 others can approve them." */
function whoOf(wanted: "sender" | "approver", { others }: ApprovalView, t: Words): string {
  if (others.length === 0) return t("nobody");
  const more = others.length - NAMES_SHOWN;
  const named = others.slice(0, more === 1 ? NAMES_SHOWN + 1 : NAMES_SHOWN);
  const names = more > 1 ? [...named, t("others", { count: more })] : named;
  const first = names.slice(0, -1).join(", ");
  const last = names.at(-1) ?? "";
  return t(`${wanted}.who`, { names: first ? t("or", { names: first, last }) : last });
}

export function ApprovedBy({
  approved: { by, at, yours },
}: {
  approved: NonNullable<ApprovalView["approved"]>;
}) {
  const t = useTranslations("wizard.check");
  const when = { at, time: () => <Time at={at} /> };
  return (
    <p>{yours ? t.rich("approvedByYou", when) : t.rich("approvedBy", { name: by, ...when })}</p>
  );
}
