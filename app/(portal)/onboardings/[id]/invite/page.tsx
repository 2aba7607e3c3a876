import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { readOnboarding } from "@/app/(portal)/onboardings/[id]/onboarding";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { InviteForm } from "@/components/invitations/invite-form";
import { Texts } from "@/components/languages/texts";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";
import type { OnboardingView } from "@/lib/drafts/model";
import { type InviteValues, lifetime } from "@/lib/invitations/model";
import type { AnswerStep } from "@/lib/onboarding/model";
import { inviteAction } from "./actions";
import { fillersBy, shownAgain } from "./read-invitation";

type Props = PageProps<"/onboardings/[id]/invite">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { companyName } = await readOnboarding((await params).id);
  const t = await getTranslations("invitations.invite");
  return { title: [t("title"), companyName].filter(Boolean).join(" – ") };
}

export default async function InvitePage({ params }: Props) {
  const staff = await requireStaff("onboarding.invite");
  const view = await readOnboarding((await params).id);
  const { id, companyName, status } = view;
  const t = await getTranslations("invitations.invite");
  const back = `/onboardings/${id}` as Route;
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href={back}>{companyName || t("unnamed")}</Breadcrumb>
      <div className="flex flex-col gap-2">
        <h1>{t("title")}</h1>
        <p className="text-muted">{t("about")}</p>
      </div>
      {status === "IN_REVIEW" ? (
        <Banner tone="you" title={t("inReview")}>
          <p>{t("decideFirst")}</p>
          <p>
            <TextLink href={`/review/${id}` as Route} tone="inherit">
              {t("review")}
            </TextLink>
          </p>
        </Banner>
      ) : (
        <Texts of={["invitations.form"]}>
          <InviteForm
            initial={await shownAgain(staff, id, blankFor(view))}
            invite={inviteAction.bind(null, id)}
            back={back}
          />
        </Texts>
      )}
    </div>
  );
}

/** Products are the partner's business, and a logo is often at hand; what we completed is not asked again. */
const usual = { products: "us", logo: "either" } as const;

function blankFor({ sections }: OnboardingView): InviteValues {
  const known = (step: AnswerStep) => sections.find((section) => section.step === step);
  const usualOf = (step: AnswerStep) =>
    step in usual ? usual[step as keyof typeof usual] : "customer";
  const asked = sections.some(({ filler }) => filler !== "us");
  const chosen = fillersBy((step) => {
    const section = known(step);
    if (asked) return section?.filler ?? "us";
    return section?.state === "completed" ? "us" : usualOf(step);
  });
  const nothing = Object.values(chosen).every((filler) => filler === "us");
  return {
    name: "",
    email: "",
    fillers: nothing ? fillersBy(usualOf) : chosen,
    acceptsAddendum: false,
    message: "",
    dueOn: "",
    lifetimeDays: String(lifetime.usual),
    language: "en",
  };
}
