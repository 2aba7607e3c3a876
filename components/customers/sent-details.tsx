import { LogoImage } from "@/components/ui/logo-image";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import type { CustomerView, SentDetails } from "@/lib/customers/model";
import { attestationLabels } from "./attestation-labels";
import { sectionsOf } from "./sent-sections";
import { whoMay } from "./who-may";
import { nameOf } from "./words";

export function SentDetailsView({
  customer,
  details,
}: {
  customer: CustomerView;
  details: SentDetails;
}) {
  return (
    <div className="flex max-w-reading flex-col gap-8">
      {details.masked && (
        <p className="text-muted">
          People's details are hidden. {whoMay("contact.read", "see them")}
        </p>
      )}
      {sectionsOf(details.answers).map(({ title, items }) => (
        <Section key={title} title={title}>
          <Locked sentAt={customer.submittedAt} />
          <SummaryList
            items={items.map(({ term, values, fallback }) => ({
              term,
              value: <Values values={values} fallback={fallback} />,
            }))}
          />
        </Section>
      ))}
      <Logo customer={customer} logo={details.logo} sentAt={customer.submittedAt} />
      <Evidence details={details} />
    </div>
  );
}

function Locked({ sentAt }: { sentAt: string | null }) {
  if (!sentAt) return null;
  return (
    <p className="text-muted text-sm">
      Sent to Plaid <Time at={sentAt} />: change it in the Plaid Dashboard
    </p>
  );
}

function Values({ values, fallback }: { values: string[]; fallback: string }) {
  const given = [...new Set(values)].filter((value) => value !== "");
  if (given.length === 0) return <span className="text-muted">{fallback}</span>;
  return (
    <ul className="flex flex-col gap-1">
      {given.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );
}

const numbers = new Intl.NumberFormat("en-US");

function Logo({
  customer,
  logo,
  sentAt,
}: {
  customer: CustomerView;
  logo: SentDetails["logo"];
  sentAt: string | null;
}) {
  return (
    <Section title="Logo">
      <Locked sentAt={sentAt} />
      {logo ? (
        <div className="flex flex-wrap items-center gap-4">
          <LogoImage
            src={`/api/logos/${logo.sha256}`}
            alt={`Logo of ${nameOf(customer)}`}
            edge={96}
            className="rounded-control border"
          />
          <p className="min-w-0 text-sm">
            PNG, 1024 × 1024 pixels, {numbers.format(logo.bytes)} bytes
            <br />
            SHA-256 <code>{logo.sha256.slice(0, 16)}…</code>
          </p>
        </div>
      ) : (
        <p className="text-muted">None: your own logo is used</p>
      )}
    </Section>
  );
}

function Evidence({ details: { evidence } }: { details: SentDetails }) {
  return (
    <Section title="Confirmations">
      {evidence.length === 0 && <p className="text-muted">Not confirmed yet</p>}
      <SummaryList
        items={evidence.map(({ kind, confirmedBy, confirmedAt, textVersion, current }) => ({
          term: attestationLabels[kind],
          value: (
            <p>
              Confirmed by {confirmedBy}, <Time at={confirmedAt} />, wording version {textVersion}
              {!current && ". Answers changed afterwards: confirm again before sending"}
            </p>
          ),
        }))}
      />
    </Section>
  );
}
