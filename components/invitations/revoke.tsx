import type { Act } from "@/components/acts/explanation";
import { AskInDialog, AskOnPage, type Question } from "@/components/acts/question";

type Props = {
  name: string;
  /** It is the only link that works: the draft comes back. */
  last: boolean;
  revoke: Act;
};

export function RevokeInDialog({ page, ...props }: Props & { page: string }) {
  return (
    <AskInDialog question={questionFor(props)} act={props.revoke} page={page} possible={true} />
  );
}

export function RevokeOnPage({ back, ...props }: Props & { back: `/onboardings/${string}` }) {
  return (
    <AskOnPage question={questionFor(props)} act={props.revoke} back={back} impossible={null} />
  );
}

function questionFor({ name, last }: Props): Question {
  return {
    title: `Revoke the link of ${name}?`,
    consequences: (
      <>
        <p>
          The link stops working now, also where it is open, and so do sections passed on by it.
        </p>
        {last && <p>The draft is yours again. The answers given so far are kept.</p>}
      </>
    ),
    safeLabel: "Keep it",
    label: "Revoke link",
    busy: "Revoking…",
    asking: "secondary",
    doing: "danger",
  };
}
