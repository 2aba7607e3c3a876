import type { ReactNode } from "react";
import { TechnicalDetails } from "@/components/acts/technical-details";
import { PageLink } from "@/components/ui/text-link";
import type { SubmitError } from "@/lib/drafts/model";
import { fieldAt, stepTitles } from "@/lib/fields/model";
import { inSentence } from "@/lib/languages/model";
import type { AnswerStep } from "@/lib/onboarding/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { waitOf } from "@/lib/rate-limits/model";
import { explainRefusal } from "@/lib/refusals/model";
import { describeStatus } from "@/lib/statuses/model";

/** Why nothing was created at Plaid, where to fix it, and what to quote. */
export function SubmitProblem({ id, error }: { id: string; error: SubmitError }) {
  switch (error.code) {
    case "not_found":
      return <p>This end customer no longer exists, so nothing was sent.</p>;
    case "already_sent":
      return <p>This end customer was already sent to Plaid. Nothing was sent again.</p>;
    case "not_ours":
      return (
        <p>
          Nothing was sent: it stands at “{describeStatus(error.status).label}”. Finish that first.
        </p>
      );
    case "needs_approval":
      return (
        <p>
          Nothing was sent: somebody else on your team has to approve these answers first. Submit
          them for review.
        </p>
      );
    case "too_many":
      return (
        <p>
          Nothing was sent: you have sent several within a minute. Wait {waitOf(error)}, then send
          again.
        </p>
      );
    case "unknown":
      return <p>Plaid did not answer. Check before trying again: the end customer may exist.</p>;
    case "not_attested":
      return (
        <>
          <p>Nothing was sent: the confirmations are missing, or an answer changed since.</p>
          <FixLink href={`/onboardings/${id}/attestations?from=check`}>Go to Confirmations</FixLink>
        </>
      );
    case "incomplete":
      return (
        <p>Nothing was sent: some answers are missing or have to be corrected. See them below.</p>
      );
    case "refused":
      return <Refused id={id} {...error} />;
  }
}

function Refused({
  id,
  problem,
  step,
  field,
}: {
  id: string;
  problem: PlaidProblem;
  step: AnswerStep | null;
  field: string | null;
}) {
  const { what, next } = explainRefusal(problem);
  const answer = step && field ? fieldAt(step, field) : undefined;
  return (
    <>
      <p className="font-medium">{what}</p>
      <p>{next}</p>
      {step && (
        <FixLink href={`/onboardings/${id}/${step}?from=check${field ? `#${field}` : ""}`}>
          {answer ? `Change ${inSentence(answer.label)}` : `Go to ${stepTitles[step]}`}
        </FixLink>
      )}
      <TechnicalDetails problem={problem} />
    </>
  );
}

function FixLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p>
      <PageLink href={href} className="font-medium">
        {children}
      </PageLink>
    </p>
  );
}
