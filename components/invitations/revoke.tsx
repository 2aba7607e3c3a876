import { useTranslations } from "next-intl";
import type { Act } from "@/components/acts/explanation";
import { AskInDialog, AskOnPage, type Question } from "@/components/acts/question";
import type { Translate } from "@/lib/languages/model";

type Props = {
  name: string;
  /** It is the only link that works: the draft comes back. */
  last: boolean;
  revoke: Act;
};

export function RevokeInDialog({ page, ...props }: Props & { page: string }) {
  const t = useTranslations("invitations.revoke");
  return (
    <AskInDialog question={questionFor(props, t)} act={props.revoke} page={page} possible={true} />
  );
}

export function RevokeOnPage({ back, ...props }: Props & { back: `/onboardings/${string}` }) {
  const t = useTranslations("invitations.revoke");
  return (
    <AskOnPage question={questionFor(props, t)} act={props.revoke} back={back} impossible={null} />
  );
}

function questionFor({ name, last }: Props, t: Translate<"invitations.revoke">): Question {
  return {
    title: t("title", { name }),
    consequences: (
      <>
        <p>{t("about")}</p>
        {last && <p>{t("last")}</p>}
      </>
    ),
    safeLabel: t("keep"),
    label: t("revoke"),
    busy: t("revoking"),
    asking: "secondary",
    doing: "danger",
  };
}
