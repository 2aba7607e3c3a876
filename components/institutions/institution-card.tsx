import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Time } from "@/components/ui/time";
import { classicDisablement } from "@/lib/classic-disablement/model";
import { describeRegistration, type InstitutionView, shownStatus } from "@/lib/institutions/model";
import { sentenceCase } from "@/lib/statuses/model";
import { dateOf } from "@/lib/time/model";
import { Expected } from "./expected";
import { InstitutionErrorNote } from "./institution-error";

export type CardCustomer = {
  company: string;
  clientId: string | null;
  /** Banks that wait for the questionnaire say so. */
  questionnaireOpen: boolean;
};

export function InstitutionCard({
  bank,
  customer,
  again,
}: {
  bank: InstitutionView;
  customer: CardCustomer;
  /** Asks Plaid once more, for who has put right what was wrong. */
  again: ReactNode;
}) {
  const t = useTranslations("banks.card");
  const { label, tone } = describeRegistration(shownStatus(bank));
  return (
    <article
      aria-label={bank.name}
      className="flex h-full min-w-0 flex-col gap-3 rounded-card border p-4"
    >
      <div className="min-w-0">
        <h3>{bank.name}</h3>
        <code className="text-muted text-sm" translate="no">
          {bank.institutionId}
        </code>
      </div>
      <div className="flex flex-col items-start gap-2 text-sm">
        <Badge tone={tone}>{label}</Badge>
        <span className="text-muted">
          {bank.reported
            ? t("reported")
            : t.rich("since", {
                at: bank.statusSince,
                time: () => <Time at={bank.statusSince} />,
              })}
        </span>
      </div>
      {/* As high as its button, so that no card below moves when the status changes. */}
      <div className="flex min-h-control flex-col gap-3">
        <Expected bank={bank} questionnaireOpen={customer.questionnaireOpen} />
        {bank.errors.map((error) => (
          <InstitutionErrorNote
            key={`${error.errorCode} ${error.errorMessage} ${error.requestId}`}
            error={error}
            bank={bank.name}
            customer={customer}
          />
        ))}
        {bank.status === "ATTENTION_REQUIRED" && again}
        <EnabledOn bank={bank} />
      </div>
      <Facts bank={bank} />
      <History bank={bank} />
    </article>
  );
}

function EnabledOn({
  bank: { status, productionEnablementDate: enabledOn },
}: {
  bank: InstitutionView;
}) {
  const t = useTranslations("banks.card");
  if (!enabledOn) return null;
  const said = status === "ENABLED" ? "enabledOn" : "enablementOn";
  return <p className="text-sm">{t(said, { date: dateOf(enabledOn) })}</p>;
}

function Facts({ bank }: { bank: InstitutionView }) {
  const t = useTranslations("banks.card");
  const { classicDisablementDate: classicDay } = bank;
  const classic = classicDay && classicDisablement(classicDay);
  const elsewhere = Object.entries(bank.environments).filter(([name]) => name !== "production");
  return (
    <div className="flex flex-col gap-1 text-sm empty:hidden">
      {classic && (
        <p className={classicLooks[classic.urgency]} suppressHydrationWarning>
          {classic.text}
        </p>
      )}
      {elsewhere.map(([environment, status]) => (
        <p key={environment}>
          {t("elsewhere", {
            environment: sentenceCase(environment),
            status: describeRegistration(status).label,
          })}
        </p>
      ))}
    </div>
  );
}

const classicLooks = {
  later: "",
  soon: "rounded-badge bg-you-tint px-2 py-1 text-you",
  past: "rounded-badge bg-blocked-tint px-2 py-1 text-blocked",
};

function History({ bank }: { bank: InstitutionView }) {
  const t = useTranslations("banks.card");
  if (bank.history.length === 0) return null;
  return (
    <div className="mt-auto text-sm">
      <Disclosure
        summary={t.rich("history", {
          bank: bank.name,
          hidden: (chunks) => <span className="sr-only">{chunks}</span>,
        })}
      >
        <ol className="flex flex-col gap-1">
          {bank.history.map(({ status, source, at }) => (
            <li key={`${at} ${status}`}>
              {t.rich("change", {
                status: describeRegistration(status).label,
                at,
                source,
                time: () => <Time at={at} />,
                muted: (chunks) => <span className="text-muted">{chunks}</span>,
              })}
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  );
}
