import { useTranslations } from "next-intl";
import { useFormats } from "@/components/languages/formats";
import { AnswerSections } from "@/components/onboarding/check-answers";
import { Banner } from "@/components/ui/banner";
import { SummaryList } from "@/components/ui/summary-list";
import { PageLink } from "@/components/ui/text-link";
import type { ApplicationView, LinkFacts, Receipt } from "@/lib/applicants/model";
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
  const t = useTranslations("apply.receipt");
  const { receipt, decision, partner, steps } = view;
  if (!receipt) return <Over view={view} link={link} />;
  const subject = t("changeOf", { reference: receipt.reference });
  return (
    <div className="flex max-w-form flex-col gap-8">
      <div className="flex flex-col gap-4">
        <h1>{t("title")}</h1>
        <Standing decision={decision} partner={partner} />
      </div>
      <Facts receipt={receipt} partner={partner} />
      <p className="print:hidden">
        {t("mailed")} <PageLink href={mailFor(link, subject)}>{t("change")}</PageLink>
      </p>
      <AnswerSections steps={steps} view={rowsView(view)} storedAt={storedAt} />
    </div>
  );
}

function Facts({ receipt, partner }: { receipt: Receipt; partner: string }) {
  const t = useTranslations("apply.receipt");
  const { moment } = useFormats();
  const { reference, at, name, addendum } = receipt;
  const accepted = addendum && (
    <>
      <p>{addendum.text}</p>
      <p className="text-muted text-sm">{t("accepted", { version: addendum.version })}</p>
    </>
  );
  return (
    <SummaryList
      items={[
        { term: t("reference"), value: <strong className="tabular-nums">{reference}</strong> },
        // Evidence, also on paper: the moment itself, not how long ago.
        { term: t("submitted"), value: <time dateTime={at}>{moment(at)}</time> },
        { term: t("by"), value: name },
        { term: t("to"), value: partner },
        ...(accepted ? [{ term: t("addendum"), value: accepted }] : []),
      ]}
    />
  );
}

function Standing({ decision, partner }: Pick<ApplicationView, "decision" | "partner">) {
  const t = useTranslations("apply.receipt");
  if (decision?.code === "approved") {
    return (
      <Banner tone="done" title={t("approved", { partner })}>
        <p>{t("approvedAbout", { partner })}</p>
      </Banner>
    );
  }
  if (decision?.code === "rejected") {
    return (
      <Banner tone="blocked" title={t("rejected", { partner })}>
        <p className="whitespace-pre-line">{decision.reason}</p>
      </Banner>
    );
  }
  return (
    <Banner tone="plaid" title={t("reviewing", { partner })}>
      <p>{t("reviewingAbout", { partner })}</p>
    </Banner>
  );
}

/** Handed in by somebody else, or taken over by the partner. */
function Over({ view: { partner, decision }, link }: { view: ApplicationView; link: LinkFacts }) {
  const t = useTranslations("apply.receipt");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("over")}</h1>
      {decision && <Standing decision={decision} partner={partner} />}
      <p>
        {t("overAbout", { partner })}{" "}
        <PageLink href={mailFor(link, t("change"))}>{t("change")}</PageLink>
      </p>
    </div>
  );
}

function mailFor({ sender }: LinkFacts, subject: string): string {
  return `mailto:${sender.email}?subject=${encodeURIComponent(subject)}`;
}
