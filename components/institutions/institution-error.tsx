import { CopyButton } from "@/components/ui/copy-button";
import { NewTabLink } from "@/components/ui/text-link";
import type { InstitutionError } from "@/lib/institutions/model";
import { MessagePanel } from "./message-panel";
import { aboutError } from "./messages";
import { remedyFor } from "./remedies";

/** What is wrong at this bank, what to do, and Plaid's own words for its support. */
export function InstitutionErrorNote({
  error,
  bank,
  customer,
}: {
  error: InstitutionError;
  bank: string;
  customer: { company: string; clientId: string | null };
}) {
  const remedy = remedyFor(error, bank);
  return (
    <div className="flex flex-col gap-1 rounded-control bg-you-tint p-3 text-sm text-you">
      {remedy && (
        <>
          <p>
            <strong className="font-medium">{remedy.problem}</strong> {remedy.next}
          </p>
          <p>
            <NewTabLink tone="inherit" href={remedy.link.href}>
              {remedy.link.label}
            </NewTabLink>
          </p>
        </>
      )}
      <p>
        Plaid says: “{error.displayMessage || error.errorMessage}” <code>{error.errorCode}</code>
      </p>
      {!remedy && <MessagePanel message={aboutError(customer, bank, error)} about={bank} />}
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
