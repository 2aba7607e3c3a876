import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Time } from "@/components/ui/time";
import type { CustomerView } from "@/lib/customers/model";
import { describeStatus } from "@/lib/statuses/model";
import { StatusAnnouncer } from "./status-announcer";
import { StatusBadge } from "./status-badge";
import { nameOf, turnSentences } from "./words";

/** Who it is, how it stands, how old that knowledge is, and the one thing to do now. */
export function CustomerHeader({
  customer,
  check,
  action,
  duplicate,
}: {
  customer: CustomerView;
  check: ReactNode;
  action: ReactNode;
  duplicate: ReactNode;
}) {
  const { turn } = describeStatus(customer.status);
  const name = nameOf(customer);
  return (
    <header className="flex flex-col gap-4 sm:flex-row sm:justify-between sm:gap-6">
      <div className="flex min-w-0 flex-col gap-4">
        <div>
          <h1>{name}</h1>
          {customer.legalEntityName && customer.legalEntityName !== name && (
            <p className="mt-1 text-muted">{customer.legalEntityName}</p>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StatusBadge status={customer.status} />
          <p>
            {turn !== "nobody" && (
              <>
                <strong className="font-medium">{turnSentences[turn]}</strong>
                <span className="text-muted"> · </span>
              </>
            )}
            <span className="text-muted">{customer.line}</span>
          </p>
          <StatusAnnouncer company={name} status={customer.status} />
        </div>
        {action}
        {customer.clientId && (
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-muted text-sm">
            <div className="flex flex-wrap items-center gap-x-2">
              <span>
                client_id <code translate="no">{customer.clientId}</code>
              </span>
              <div className="-ml-2">
                <CopyButton text={customer.clientId} label="Copy client_id" />
              </div>
            </div>
            {customer.status !== "REMOVED" && (
              <div className="flex flex-wrap items-center gap-x-2">
                <p>
                  From Plaid <Time at={customer.checkedAt} fallback="never" />
                </p>
                {check}
              </div>
            )}
          </div>
        )}
      </div>
      {duplicate && <div className="shrink-0">{duplicate}</div>}
    </header>
  );
}
