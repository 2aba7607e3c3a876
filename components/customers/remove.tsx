import { useTranslations } from "next-intl";
import type { Act } from "@/components/acts/explanation";
import { AskOnPage, type Question } from "@/components/acts/question";
import { Field } from "@/components/ui/field";
import type { Translate } from "@/lib/languages/model";

type Props = {
  id: string;
  company: string;
  /** Plaid knows it, so it has keys that stop working. */
  sent: boolean;
  remove: Act;
};

export function RemoveOnPage({
  id,
  company,
  sent,
  remove,
  against,
}: Props & {
  /** Why it cannot be removed, where it cannot. */
  against: string | null;
}) {
  const t = useTranslations("customers");
  return (
    <AskOnPage
      question={questionFor(company, sent, t)}
      act={remove}
      back={`/customers/${id}`}
      impossible={
        against === null
          ? null
          : {
              title: t("remove.impossible", { company }),
              text: against,
              backLabel: t("backToCustomer"),
            }
      }
    />
  );
}

function questionFor(company: string, sent: boolean, t: Translate<"customers">): Question {
  return {
    title: t("remove.question", { company }),
    consequences: <p>{t(sent ? "remove.endsKeys" : "remove.losesAnswers")}</p>,
    fields: sent && <TypedName company={company} />,
    safeLabel: t("remove.keep"),
    label: t("remove.remove"),
    busy: t("remove.removing"),
    asking: "secondary",
    doing: "danger",
  };
}

/** Keys may be in use: the name is typed, so that the wrong customer is not removed by habit. */
function TypedName({ company }: { company: string }) {
  const t = useTranslations("customers.remove.name");
  return (
    <Field label={t("label")} name="companyName" hint={t("hint", { company })} autoComplete="off" />
  );
}
