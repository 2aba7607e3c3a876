import type { Act } from "@/components/acts/explanation";
import { AskOnPage, type Question } from "@/components/acts/question";
import { Field } from "@/components/ui/field";

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
  return (
    <AskOnPage
      question={questionFor(company, sent)}
      act={remove}
      back={`/customers/${id}`}
      impossible={against ? { title: `${company} cannot be removed now`, text: against } : null}
    />
  );
}

function questionFor(company: string, sent: boolean): Question {
  return {
    title: `Remove ${company}?`,
    consequences: <p>{sent ? ENDS_KEYS : LOSES_ANSWERS}</p>,
    fields: sent && <TypedName company={company} />,
    safeLabel: "Keep it",
    label: "Remove customer",
    busy: "Removing…",
    asking: "secondary",
    doing: "danger",
  };
}

const ENDS_KEYS =
  "Its Sandbox and limited Production keys stop working at once and it disappears from the Plaid Dashboard. This cannot be undone.";

const LOSES_ANSWERS = "It was never sent to Plaid. Its answers are lost. This cannot be undone.";

/** Keys may be in use: the name is typed, so that the wrong customer is not removed by habit. */
function TypedName({ company }: { company: string }) {
  return (
    <Field
      label="Company name"
      name="companyName"
      hint={`Type ${company} to confirm`}
      autoComplete="off"
    />
  );
}
