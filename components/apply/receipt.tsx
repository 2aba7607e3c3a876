import { AnswerSections } from "@/components/onboarding/check-answers";
import { Banner } from "@/components/ui/banner";
import { SummaryList } from "@/components/ui/summary-list";
import { PageLink } from "@/components/ui/text-link";
import { formatInstant } from "@/components/ui/time";
import type { ApplicationView, LinkFacts } from "@/lib/applicants/model";
import { rowsView } from "./rows-view";

/** What was handed in, to keep and to print; also what the partner has made of it. */
export function ReceiptPage({
  view,
  link,
  storedAt,
}: {
  view: ApplicationView;
  link: LinkFacts;
  storedAt: string;
}) {
  const { receipt, decision, partner, steps } = view;
  if (!receipt) return <Over view={view} link={link} />;
  const { reference, at, name, addendum } = receipt;
  return (
    <div className="flex max-w-form flex-col gap-8">
      <div className="flex flex-col gap-4">
        <h1>Your answers were submitted</h1>
        <Standing decision={decision} partner={partner} />
      </div>
      <SummaryList
        items={[
          { term: "Reference", value: <strong className="tabular-nums">{reference}</strong> },
          { term: "Submitted", value: <Instant at={at} /> },
          { term: "By", value: name },
          { term: "To", value: partner },
          ...(addendum
            ? [
                {
                  term: "Bank addendum",
                  value: (
                    <>
                      <p>{addendum.text}</p>
                      <p className="text-muted text-sm">Accepted, version {addendum.version}</p>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <p className="print:hidden">
        We e-mailed you this reference. Print this page to keep a copy.{" "}
        <PageLink href={mailFor(link, `Ask for a change: ${reference}`)}>Ask for a change</PageLink>
      </p>
      <AnswerSections steps={steps} view={rowsView(view)} storedAt={storedAt} />
    </div>
  );
}

function Standing({ decision, partner }: Pick<ApplicationView, "decision" | "partner">) {
  if (decision?.code === "approved") {
    return (
      <Banner tone="done" title={`${partner} approved your answers`}>
        <p>{partner} sends them to Plaid. There is nothing left for you to do.</p>
      </Banner>
    );
  }
  if (decision?.code === "rejected") {
    return (
      <Banner tone="blocked" title={`${partner} did not take your application on`}>
        <p className="whitespace-pre-line">{decision.reason}</p>
      </Banner>
    );
  }
  return (
    <Banner tone="plaid" title={`${partner} reviews them now`}>
      <p>
        We e-mail you when {partner} has decided, or needs something changed. Until then nothing can
        be changed here.
      </p>
    </Banner>
  );
}

/** Handed in by somebody else, or taken over by the partner. */
function Over({ view: { partner, decision }, link }: { view: ApplicationView; link: LinkFacts }) {
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>There is nothing left for you to do</h1>
      {decision && <Standing decision={decision} partner={partner} />}
      <p>
        The answers are with {partner} now, so they cannot be changed here.{" "}
        <PageLink href={mailFor(link, "Ask for a change")}>Ask for a change</PageLink>
      </p>
    </div>
  );
}

function mailFor({ sender }: LinkFacts, subject: string): string {
  return `mailto:${sender.email}?subject=${encodeURIComponent(subject)}`;
}

/** Evidence, also on paper: the moment itself, not how long ago. */
function Instant({ at }: { at: string }) {
  return <time dateTime={at}>{formatInstant(new Date(at))}</time>;
}
