import type { Route } from "next";
import { useTranslations } from "next-intl";
import { formatCount } from "@/components/ui/counts";
import { LogoImage } from "@/components/ui/logo-image";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { NewTabLink, PageLink, TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { CustomerView, SentDetails } from "@/lib/customers/model";
import { PARTNER_SUMMARY_URL } from "@/lib/partner-api/model";
import { type ChangeItem, changeItems } from "@/lib/recorded-changes/model";
import { sectionsOf } from "./sent-sections";
import { SentSnapshotView } from "./sent-snapshot";
import { whoMay } from "./who-may";
import { nameOf } from "./words";

type Props = {
  customer: CustomerView;
  details: SentDetails;
  /** Changes made at Plaid can be recorded by this reader. */
  mayRecord: boolean;
};

/** The answers as they stand; of what was sent, how it changes now. */
export function SentDetailsView({ customer, details, mayRecord }: Props) {
  const t = useTranslations("customers");
  const locked = customer.clientId !== null;
  return (
    <div className="flex max-w-reading flex-col gap-8">
      {details.masked && (
        <p className="text-muted">
          {t("details.hidden", { whoMay: whoMay("contact.read", t("whoMay.deeds.see"), t) })}
        </p>
      )}
      {sectionsOf(details.answers, t).map(({ title, items }) => (
        <Section key={title} title={title}>
          {locked && <Locked sentAt={customer.submittedAt} />}
          <SummaryList
            items={items.map(({ key, term, values, fallback }) => ({
              term,
              value: (
                <>
                  <Values values={values} fallback={fallback} />
                  {key && <Recorded item={key} values={values} details={details} />}
                </>
              ),
              action: locked && mayRecord && key && (
                <TextLink href={`/customers/${customer.id}/details/${key}` as Route}>
                  {t.rich("details.record", {
                    term,
                    hidden: (chunks) => <span className="sr-only">{chunks}</span>,
                  })}
                </TextLink>
              ),
            }))}
          />
        </Section>
      ))}
      <Logo customer={customer} logo={details.logo} locked={locked} />
      <SentSnapshotView details={details} adopted={locked && customer.submittedAt === null} />
    </div>
  );
}

function Locked({ sentAt }: { sentAt: string | null }) {
  const t = useTranslations("customers.details");
  return (
    <p className="text-muted text-sm">
      {t.rich(sentAt ? "sent" : "atPlaid", {
        at: sentAt ?? "",
        time: () => <Time at={sentAt} />,
        link: (chunks) => <NewTabLink href={PARTNER_SUMMARY_URL}>{chunks}</NewTabLink>,
      })}
    </p>
  );
}

function Values({ values, fallback }: { values: string[]; fallback: string }) {
  const given = [...new Set(values)];
  if (given.length === 0) return <span className="text-muted">{fallback}</span>;
  return (
    <ul className="flex flex-col gap-1">
      {given.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );
}

/** Who recorded that Plaid has something else by now, and what it was sent. */
function Recorded({
  item,
  values,
  details: { sent, recorded },
}: {
  item: ChangeItem;
  values: string[];
  details: SentDetails;
}) {
  const t = useTranslations("customers");
  const { step, paths } = changeItems[item];
  const changes = paths.flatMap((path) => recorded[`${step} ${path}`] ?? []);
  const latest = changes.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (!latest) return null;
  const first = sent && sectionsOf(sent.answers, t).flatMap(({ items }) => items);
  const was = first?.find(({ key }) => key === item);
  const differs = was && was.values.join("\n") !== values.join("\n");
  return (
    <p className="text-muted text-sm">
      {t.rich(differs ? "details.recordedOther" : "details.recorded", {
        at: latest.at,
        by: latest.by,
        value: was ? was.values.join(", ") || was.fallback.toLowerCase() : "",
        time: () => <Time at={latest.at} />,
      })}
    </p>
  );
}

function Logo({
  customer,
  logo,
  locked,
}: {
  customer: CustomerView;
  logo: SentDetails["logo"];
  locked: boolean;
}) {
  const t = useTranslations("customers");
  return (
    <Section title={t("details.logo.title")}>
      {locked && <Locked sentAt={customer.submittedAt} />}
      {logo ? (
        <div className="flex flex-wrap items-center gap-4">
          <LogoImage
            src={`/api/logos/${logo.sha256}`}
            alt={t("details.logo.alt", { company: nameOf(customer) })}
            edge={96}
            className="rounded-control border"
          />
          <div className="min-w-0 text-sm">
            <p>{t("details.logo.size", { bytes: formatCount(logo.bytes) })}</p>
            <p>
              SHA-256 <code>{logo.sha256.slice(0, 16)}…</code>
            </p>
            <PageLink href={`/api/logos/${logo.sha256}`} download={`${customer.id}.png`}>
              {t("details.logo.download")}
            </PageLink>
          </div>
        </div>
      ) : (
        <p className="text-muted">{t("details.logo.none")}</p>
      )}
    </Section>
  );
}
