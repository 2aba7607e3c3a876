import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import type { PlaidProblem } from "@/lib/partner-api/model";

/** What developers and Plaid's support ask for. */
export function TechnicalDetails({ problem }: { problem: PlaidProblem }) {
  return (
    <Disclosure summary="Technical details">
      <dl className="grid gap-x-4 gap-y-1 py-2 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt>Code</dt>
        <dd className="min-w-0">
          <code>{problem.code}</code>
        </dd>
        {problem.message && (
          <>
            <dt>Plaid says</dt>
            <dd className="min-w-0">“{problem.message}”</dd>
          </>
        )}
        {problem.requestId && (
          <>
            <dt>request_id</dt>
            <dd className="flex min-w-0 flex-wrap items-center gap-2">
              <code>{problem.requestId}</code>
              <CopyButton text={problem.requestId} label="Copy request_id" />
            </dd>
          </>
        )}
      </dl>
    </Disclosure>
  );
}
