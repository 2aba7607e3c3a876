import { CopyButton } from "@/components/ui/copy-button";
import type { InstitutionError } from "@/lib/institutions/model";
import { remedyFor } from "./remedies";

/** What is wrong at this bank, what to do, and Plaid's own words for its support. */
export function InstitutionErrorNote({ error, bank }: { error: InstitutionError; bank: string }) {
  const remedy = remedyFor(error, bank);
  return (
    <div className="flex flex-col gap-1 rounded-control bg-you-tint p-3 text-sm text-you">
      {remedy && (
        <p>
          <strong className="font-medium">{remedy.problem}</strong> {remedy.next}
        </p>
      )}
      <p>
        Plaid says: “{error.displayMessage || error.errorMessage}” <code>{error.errorCode}</code>
      </p>
      {!remedy && <p>Ask your Plaid account manager, and name the request_id.</p>}
      {error.requestId && (
        <p className="flex flex-wrap items-center gap-2">
          <span>
            request_id <code>{error.requestId}</code>
          </span>
          <CopyButton text={error.requestId} label="Copy request_id" />
        </p>
      )}
    </div>
  );
}
