import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { SummaryList } from "@/components/ui/summary-list";
import type { LinkFacts } from "@/lib/applicants/model";
import type { AnswerStep } from "@/lib/onboarding/model";
import { useLinkFacts } from "./link-facts";
import { WrongPerson } from "./wrong-person";

/** What an invited person finds behind its link, before anything happens. */
export function Landing({
  link,
  partner,
  greeting,
  renewed,
  start,
}: {
  link: LinkFacts;
  partner: string;
  /** A line of the partner's own; empty where there is none. */
  greeting: string;
  /** A new link was just mailed. */
  renewed: boolean;
  start: ReactNode;
}) {
  const t = useTranslations("apply.landing");
  const {
    sender: { name },
    forwarded,
    returning,
  } = link;
  return (
    <div className="flex max-w-form flex-col gap-6">
      {renewed && (
        <Banner tone="done" role="status" title={t("renewed")}>
          <p>{t("renewedAbout")}</p>
        </Banner>
      )}
      <h1>{t("title", { partner })}</h1>
      {greeting && <p className="text-lg">{greeting}</p>}
      <p>
        {forwarded ? t("forwarded", { name }) : t("invited", { name, partner })}{" "}
        {t("why", { partner })}
      </p>
      {start}
      <p className="text-muted text-sm">{returning ? t("returning") : t("firstTime")}</p>
      <Facts link={link} partner={partner} />
      <WrongPerson partner={partner} />
    </div>
  );
}

function minutesFor(steps: AnswerStep[]): number {
  return steps.reduce((minutes, step) => minutes + (step === "company" ? 3 : 1), 0);
}

function Facts({ link, partner }: { link: LinkFacts; partner: string }) {
  const t = useTranslations("apply.landing");
  const ready = useTranslations("apply.ready");
  const fields = useTranslations("fields");
  const about = useLinkFacts(link);
  const { steps, acceptsAddendum } = link;
  const toHave = steps.flatMap((step) => (step === "products" ? [] : ready(step)));
  return (
    <SummaryList
      items={[
        { term: t("fillIn"), value: list(steps.map((step) => fields(`sections.${step}`))) },
        ...(acceptsAddendum ? [{ term: t("accept"), value: t("addendum") }] : []),
        { term: t("time"), value: t("minutes", { minutes: minutesFor(steps) }) },
        { term: t("ready"), value: list(toHave.length > 0 ? toHave : [ready("nothing")]) },
        { term: t("next"), value: <Disclosure partner={partner} /> },
        ...about,
      ]}
    />
  );
}

function Disclosure({ partner }: { partner: string }) {
  const t = useTranslations("apply");
  return (
    <>
      <p>{t("landing.review", { partner })}</p>
      <p>{t("savedAsYouType", { partner })}</p>
    </>
  );
}

function list(items: string[]): ReactNode {
  return (
    <ul className="flex flex-col gap-1">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
