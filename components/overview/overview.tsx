import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BanksStrip } from "@/components/institutions/banks-strip";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { BankCounts } from "@/lib/institutions/model";
import type { Point } from "@/lib/live/model";
import type { OverviewView } from "@/lib/overview/model";
import { Counters } from "./counters";
import { NeedsYou } from "./needs-you";
import { Recent } from "./recent";
import { SystemLine } from "./system-line";
import { TimeToLive } from "./time-to-live";

/** What needs somebody now, where everybody else is, and how things go. */
export function Overview({
  overview: { counts, needsYou, recent, system, timeToLive },
  banks,
  point,
  mayAct,
}: {
  overview: OverviewView;
  banks: BankCounts[];
  point: Point;
  mayAct: boolean;
}): ReactNode {
  const t = useTranslations("overview");
  return (
    <>
      <NeedsYou rows={needsYou} counts={counts} point={point} mayAct={mayAct} />
      <Counters counts={counts} />
      <Section title={t("banks.title")}>
        <BanksStrip banks={banks} />
        <p>
          <TextLink href="/banks">{t("banks.all")}</TextLink>
        </p>
      </Section>
      <div className="grid gap-12 md:grid-cols-2 md:gap-8">
        <Section title={t("recent.title")}>
          <Recent entries={recent} />
        </Section>
        <Section title={t("untilLive.title")}>
          <TimeToLive {...timeToLive} />
        </Section>
      </div>
      <SystemLine system={system} />
    </>
  );
}
