import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import words from "@/lib/languages/messages/en/staff/technicalDetails.json";
import type { PlaidProblem } from "@/lib/partner-api/model";

/**
 * What developers and Plaid's support ask for. Pages without a provider show it too, after an answer:
 * its texts are loaded with it.
 */
export function TechnicalDetails({ problem }: { problem: PlaidProblem }) {
  return (
    <Disclosure summary={words.title}>
      <dl className="grid gap-x-4 gap-y-1 py-2 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt>{words.code}</dt>
        <dd className="min-w-0">
          <code>{problem.code}</code>
        </dd>
        {problem.message && (
          <>
            <dt>{words.message}</dt>
            <dd className="min-w-0">“{problem.message}”</dd>
          </>
        )}
        {problem.requestId && (
          <>
            <dt>request_id</dt>
            <dd className="flex min-w-0 flex-wrap items-center gap-2">
              <code>{problem.requestId}</code>
              <CopyButton text={problem.requestId} label={words.copyRequestId} />
            </dd>
          </>
        )}
      </dl>
    </Disclosure>
  );
}
