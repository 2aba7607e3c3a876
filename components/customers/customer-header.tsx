import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { LogoImage } from "@/components/ui/logo-image";
import { Time } from "@/components/ui/time";
import type { CustomerView } from "@/lib/customers/model";
import { describeStatus } from "@/lib/statuses/model";
import { StatusAnnouncer } from "./status-announcer";
import { StatusBadge } from "./status-badge";
import { nameOf } from "./words";

/** Who it is, how it stands, how old that knowledge is, and the one thing to do now. */
export function CustomerHeader({
  customer,
  check,
  action,
  more,
}: {
  customer: CustomerView;
  check: ReactNode;
  action: ReactNode;
  /** Everything else that can be done. */
  more: ReactNode;
}) {
  const { turn, status } = customer;
  const t = useTranslations("customers");
  const live = useTranslations("live");
  const name = nameOf(customer);
  return (
    <header className="flex flex-col gap-4">
      <div className="flex items-start justify-between gap-4">
        <div className="flex min-w-0 items-start gap-4">
          <Logo sha256={customer.logo} />
          <div className="min-w-0">
            <h1>{name}</h1>
            {customer.legalEntityName && customer.legalEntityName !== name && (
              <p className="mt-1 text-muted">{customer.legalEntityName}</p>
            )}
          </div>
        </div>
        <div className="shrink-0 print:hidden">{more}</div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge status={status} />
        <p>
          {turn !== "nobody" && (
            <>
              <strong className="font-medium">{t(`turnSentences.${turn}`)}</strong>
              <span className="text-muted"> · </span>
            </>
          )}
          <span className="text-muted">{customer.line}</span>
        </p>
        <StatusAnnouncer
          status={status}
          said={t("header.announced", { company: name, status: describeStatus(status).label })}
          ofMany={live("changes", { count: "{count}" })}
        />
      </div>
      {action}
      {customer.clientId && <FromPlaid customer={customer} check={check} />}
    </header>
  );
}

/** The name stands beside it. */
function Logo({ sha256 }: { sha256: string }) {
  if (sha256 === "") return null;
  return (
    <LogoImage
      src={`/api/logos/${sha256}`}
      alt=""
      edge={48}
      className="shrink-0 rounded-control border"
    />
  );
}

function FromPlaid({ customer, check }: { customer: CustomerView; check: ReactNode }) {
  const { clientId, checkedAt, status } = customer;
  const t = useTranslations("customers.header");
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-muted text-sm">
      <div className="flex flex-wrap items-center gap-x-2">
        <span>
          client_id <code translate="no">{clientId}</code>
        </span>
        <div className="-ml-2">
          <CopyButton text={clientId ?? ""} label={t("copyClientId")} />
        </div>
      </div>
      {status !== "REMOVED" && (
        <div id="check-now" className="flex flex-wrap items-center gap-x-2">
          <p>
            {t.rich("fromPlaid", {
              at: checkedAt ?? "",
              time: () => <Time at={checkedAt} fallback={t("never")} />,
            })}
          </p>
          {check}
        </div>
      )}
    </div>
  );
}
