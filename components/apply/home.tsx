import type { Route } from "next";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { ApplicationView } from "@/lib/applicants/model";
import { savedAsYouType } from "./landing";
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
  const { companyName, partner, sections, phase, forwarded } = view;
  const complete = sections.every(({ missing }) => missing.length === 0);
  return (
    <div className="flex max-w-form flex-col gap-8">
      <div className="flex flex-col gap-4">
        <h1>{companyName || "Your part of the application"}</h1>
        <p className="text-muted">{savedAsYouType(partner)} Come back on any device.</p>
      </div>
      {phase === "changes" && <Requests at={at} view={view} />}
      <Section title={phase === "changes" ? "All your sections" : "Your sections"}>
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
            Check and submit
          </ButtonLink>
          {forwarding}
        </>
      )}
    </div>
  );
}

function Done({ view: { doneAt, partner }, finish }: { view: ApplicationView; finish: ReactNode }) {
  if (!doneAt) return finish;
  return (
    <Banner tone="done" title="You said that you are done">
      <p>
        <Time at={doneAt} />. Who passed this on to you submits it to {partner}; until then you may
        still change it.
      </p>
    </Banner>
  );
}
