import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "@/components/languages/formats";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import type { ApplicationView } from "@/lib/applicants/model";
import { Requests } from "./requests";
import { SectionList } from "./section-list";

/** Where an invited person comes back to: what is done, what is left, and who helps. */
export function Home({
  at,
  view,
  finish,
  forwarding,
}: {
  /** Address of the link. */
  at: string;
  view: ApplicationView;
  /** "I am done", for who was passed a section. */
  finish: ReactNode;
  /** What was passed on, and the way to do so. */
  forwarding: ReactNode;
}) {
  const t = useTranslations("apply");
  const fields = useTranslations("fields");
  const { companyName, partner, sections, phase, forwarded } = view;
  const complete = sections.every(({ missing }) => missing.length === 0);
  return (
    <div className="flex max-w-form flex-col gap-8">
      <div className="flex flex-col gap-4">
        <h1>{companyName || t("home.unnamed")}</h1>
        <p className="text-muted">
          {t("savedAsYouType", { partner })} {t("home.comeBack")}
        </p>
      </div>
      {phase === "changes" && <Requests at={at} view={view} />}
      <Section title={t(phase === "changes" ? "home.all" : "home.yours")}>
        <SectionList at={at} sections={sections} />
      </Section>
      {forwarded ? (
        <Done view={view} finish={finish} />
      ) : (
        <>
          <ButtonLink
            href={`${at}/check` as Route}
            variant={complete ? "primary" : "secondary"}
            className="self-start"
          >
            {fields("sections.check")}
          </ButtonLink>
          {forwarding}
        </>
      )}
    </div>
  );
}

function Done({ view: { doneAt, partner }, finish }: { view: ApplicationView; finish: ReactNode }) {
  const t = useTranslations("apply.home");
  const { moment } = useFormats();
  if (!doneAt) return finish;
  return (
    <Banner tone="done" title={t("done")}>
      <p>
        {t.rich("doneAbout", {
          partner,
          moment: moment(doneAt),
          time: (shown) => <time dateTime={doneAt}>{shown}</time>,
        })}
      </p>
    </Banner>
  );
}
