import { useTranslations } from "next-intl";
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
  const t = useTranslations("banks.card");
  const remedies = useTranslations("banks.remedies");
  const letters = useTranslations("banks.message");
  const remedy = remedyFor(error, bank, remedies);
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
        {t.rich("plaidSays", {
          words: error.displayMessage || error.errorMessage,
          errorCode: error.errorCode,
          code: (chunks) => <code>{chunks}</code>,
        })}
      </p>
      {!remedy && (
        <MessagePanel message={aboutError(customer, bank, error, letters)} about={bank} />
      )}
      {error.requestId && (
        <p className="flex flex-wrap items-center gap-2">
          <span>
            request_id <code>{error.requestId}</code>
          </span>
          <CopyButton text={error.requestId} label={t("copyRequestId")} />
        </p>
      )}
    </div>
  );
}
