"use client";

import type { EnableError } from "@/lib/customers/model";
import { canEnable } from "@/lib/statuses/model";
import { explainEnable } from "./problem-texts";
import { type Act, AskInDialog, AskOnPage, type Question } from "./question";

type Props = { id: string; company: string; status: string; enable: Act<EnableError> };

export function EnableInDialog({ id, company, status, enable }: Props) {
  return (
    <AskInDialog
      question={questionFor(company)}
      act={enable}
      page={`/customers/${id}/enable`}
      possible={canEnable(status)}
    />
  );
}

export function EnableOnPage({ id, company, status, enable }: Props) {
  const notReady = explainEnable({ code: "not_ready", status }, company);
  return (
    <AskOnPage
      question={questionFor(company)}
      act={enable}
      back={`/customers/${id}`}
      impossible={canEnable(status) ? null : notReady}
    />
  );
}

function questionFor(company: string): Question<EnableError> {
  return {
    title: `Enable ${company} in Production?`,
    consequences: <Consequences />,
    safeLabel: "Not now",
    label: "Enable in Production",
    busy: "Enabling…",
    asking: "primary",
    doing: "primary",
    explain: (error) => explainEnable(error, company),
  };
}

function Consequences() {
  return (
    <ul className="flex list-disc flex-col gap-2 pl-5">
      <li>It takes effect immediately.</li>
      <li>Calls to Plaid become billable. Unused free test calls do not carry over.</li>
      <li>
        Plaid starts registering the app with banks. Most answer within 24 hours, some take weeks;
        Charles Schwab can take five.
      </li>
      <li>From then on only your Plaid account manager can remove this customer.</li>
    </ul>
  );
}
