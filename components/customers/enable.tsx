import { useTranslations } from "next-intl";
import type { Act, Explanation } from "@/components/acts/explanation";
import { AskInDialog, AskOnPage, type Question } from "@/components/acts/question";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { EnablingView } from "@/lib/customers/model";
import type { Translate } from "@/lib/languages/model";
import { canEnable } from "@/lib/statuses/model";
import { notReady } from "./problem-texts";

type Props = {
  id: string;
  company: string;
  status: string;
  enabling: EnablingView;
  enable: Act;
};

export function EnableInDialog({
  id,
  company,
  status,
  enabling,
  enable,
  withdraw,
}: Props & { withdraw: () => Promise<void> }) {
  const t = useTranslations("customers");
  const { wish } = enabling;
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {wish && <Wish wish={wish} />}
      <div className="flex flex-wrap gap-3 empty:hidden">
        <AskInDialog
          question={questionFor(company, enabling, t)}
          act={enable}
          page={`/customers/${id}/enable`}
          possible={canEnable(status) && !wish?.yours}
        />
        {wish && (
          <form action={withdraw}>
            <Button variant="secondary">{t("enable.notNow")}</Button>
          </form>
        )}
      </div>
    </div>
  );
}

export function EnableOnPage({ id, company, status, enabling, enable }: Props) {
  const t = useTranslations("customers");
  const { wish } = enabling;
  const against = reasonAgainst(company, status, wish, t);
  return (
    <div className="flex flex-col gap-6">
      {wish && <Wish wish={wish} />}
      <AskOnPage
        question={questionFor(company, enabling, t)}
        act={enable}
        back={`/customers/${id}`}
        impossible={against && { ...against, backLabel: t("backToCustomer") }}
      />
    </div>
  );
}

function Wish({ wish: { by, at, yours } }: { wish: NonNullable<EnablingView["wish"]> }) {
  const t = useTranslations("customers.enable");
  return <p>{t.rich(yours ? "wishYours" : "wish", { by, at, time: () => <Time at={at} /> })}</p>;
}

function reasonAgainst(
  company: string,
  status: string,
  wish: EnablingView["wish"],
  t: Translate<"customers">,
): Explanation | null {
  if (!canEnable(status)) return notReady(status, company, t);
  if (!wish?.yours) return null;
  return { title: t("enable.askedAlready.title"), text: t("enable.askedAlready.text") };
}

function questionFor(
  company: string,
  { twoPeople, wish }: EnablingView,
  t: Translate<"customers">,
): Question {
  return {
    title: t("enable.question", { company }),
    consequences: <Consequences first={twoPeople && !wish} />,
    // Beside a wish "Not now" says no to it.
    safeLabel: t(wish ? "enable.back" : "enable.notNow"),
    label: t("enable.enable"),
    busy: t("enable.enabling"),
    asking: "primary",
    doing: "primary",
  };
}

/** What a person must know before; `several` customers at once have the same. */
export function Consequences({ first, several = false }: { first: boolean; several?: boolean }) {
  const t = useTranslations("customers.consequences");
  return (
    <ul className="flex list-disc flex-col gap-2 pl-5">
      <li>{first ? t(several ? "firstSeveral" : "firstOne") : t("immediately")}</li>
      <li>{t("billable")}</li>
      <li>{t("banks")}</li>
      <li>{t(several ? "removalSeveral" : "removalOne")}</li>
    </ul>
  );
}
