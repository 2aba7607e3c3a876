import type { Act, Explanation } from "@/components/acts/explanation";
import { AskInDialog, AskOnPage, type Question } from "@/components/acts/question";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { EnablingView } from "@/lib/customers/model";
import { canEnable } from "@/lib/statuses/model";
import { explainEnable } from "./problem-texts";

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
  const { wish } = enabling;
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {wish && <Wish wish={wish} />}
      <div className="flex flex-wrap gap-3 empty:hidden">
        <AskInDialog
          question={questionFor(company, enabling)}
          act={enable}
          page={`/customers/${id}/enable`}
          possible={canEnable(status) && !wish?.yours}
        />
        {wish && (
          <form action={withdraw}>
            <Button variant="secondary">Not now</Button>
          </form>
        )}
      </div>
    </div>
  );
}

export function EnableOnPage({ id, company, status, enabling, enable }: Props) {
  const { wish } = enabling;
  return (
    <div className="flex flex-col gap-6">
      {wish && <Wish wish={wish} />}
      <AskOnPage
        question={questionFor(company, enabling)}
        act={enable}
        back={`/customers/${id}`}
        impossible={reasonAgainst(company, status, wish)}
      />
    </div>
  );
}

function Wish({ wish: { by, at, yours } }: { wish: NonNullable<EnablingView["wish"]> }) {
  return (
    <p>
      {yours ? "You" : by} asked to enable it <Time at={at} />. Somebody else has to press Enable in
      Production.
    </p>
  );
}

function reasonAgainst(
  company: string,
  status: string,
  wish: EnablingView["wish"],
): Explanation | null {
  if (!canEnable(status)) return explainEnable({ code: "not_ready", status }, company);
  if (!wish?.yours) return null;
  return { title: "You have asked already", text: "It takes a second person to enable it." };
}

function questionFor(company: string, { twoPeople, wish }: EnablingView): Question {
  return {
    title: `Enable ${company} in Production?`,
    consequences: <Consequences first={twoPeople && !wish} />,
    // Beside a wish "Not now" says no to it.
    safeLabel: wish ? "Back" : "Not now",
    label: "Enable in Production",
    busy: "Enabling…",
    asking: "primary",
    doing: "primary",
  };
}

/** What a person must know before; `several` customers at once have the same. */
export function Consequences({ first, several = false }: { first: boolean; several?: boolean }) {
  return (
    <ul className="flex list-disc flex-col gap-2 pl-5">
      {first ? (
        <li>
          Your team wants two people for this. {several ? "They are" : "It is"} enabled once
          somebody else has pressed Enable in Production, too.
        </li>
      ) : (
        <li>It takes effect immediately.</li>
      )}
      <li>Calls to Plaid become billable. Unused free test calls do not carry over.</li>
      <li>
        Plaid starts registering the app with banks. Most answer within 24 hours, some take weeks;
        Charles Schwab can take five.
      </li>
      <li>
        From then on only your Plaid account manager can remove{" "}
        {several ? "these customers" : "this customer"}.
      </li>
    </ul>
  );
}
