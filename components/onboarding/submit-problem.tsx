import { CopyButton } from "@/components/ui/copy-button";
import type { SubmitError } from "@/lib/drafts/model";
import { fieldAt, inSentence } from "@/lib/fields/model";
import { type AnswerStep, stepTitles } from "@/lib/onboarding/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { explainRefusal } from "@/lib/refusals/model";

/** Why nothing was created at Plaid, where to fix it, and what to quote. */
export function SubmitProblem({ id, error }: { id: string; error: SubmitError }) {
  switch (error.code) {
    case "not_found":
      return <p>This end customer no longer exists, so nothing was sent.</p>;
    case "already_sent":
      return <p>This end customer was already sent to Plaid. Nothing was sent again.</p>;
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

/** A plain link: its fragment moves the focus to the field. */
function FixLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <p>
      <a href={href} className="inline-block py-0.5 font-medium text-primary underline">
        {children}
      </a>
    </p>
  );
}

function TechnicalDetails({ problem }: { problem: PlaidProblem }) {
  const { code, kind, message, requestId } = problem;
  return (
    <>
      {requestId && (
        <p className="flex flex-wrap items-center gap-3">
          <span className="min-w-0">
            request_id <code className="font-mono">{requestId}</code>
          </span>
          <CopyButton text={requestId} label="Copy request_id" />
        </p>
      )}
      <details>
        <summary className="cursor-pointer py-1">Technical details</summary>
        <p className="font-mono text-sm">
          {code} ({kind})
        </p>
        {message && <p className="font-mono text-sm">{message}</p>}
      </details>
    </>
  );
}
