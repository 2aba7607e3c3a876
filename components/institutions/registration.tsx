"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { announceChange } from "@/components/live/announce-change";
import { listenToReports } from "@/components/live/news";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import {
  BANKS_PER_PAGE,
  describeRegistration,
  type RegistrationFilter,
  type RegistrationView,
  shownStatus,
  withReport,
} from "@/lib/institutions/model";
import { inSentence } from "@/lib/languages/model";
import type { Report } from "@/lib/live/model";
import { Agreements } from "./agreements";
import { BankFilter, bankAddress } from "./bank-filter";
import { InstitutionGrid } from "./institution-grid";
import { MessagePanel } from "./message-panel";
import type { Message } from "./messages";
import { summaryOf, totalOf } from "./summary";

/** The banks page, kept current: what the server rendered, or what was fetched since. */
export function Registration({
  customerId,
  company,
  clientId,
  live,
  filter,
  initial,
  silence,
  again,
}: {
  customerId: string;
  company: string;
  clientId: string | null;
  /** Enabled in Production, so registration has begun. */
  live: boolean;
  filter: RegistrationFilter;
  initial: RegistrationView;
  /** What to write when no bank has been enabled for too long; null while it is not. */
  silence: Message | null;
  again: ReactNode;
}) {
  const t = useTranslations("banks.registration");
  const summary = useTranslations("banks.summary");
  const queries = useQueryClient();
  const queryKey = ["registration", customerId, filter];
  const { data, isError, refetch } = useQuery({
    queryKey,
    queryFn: () => fetchRegistration(customerId, filter),
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: 1,
  });
  const registration = laterOf(data, initial);
  const { counts, found, questionnaireStatus } = registration;
  useReports(customerId, async (report) => {
    // An answer that is on its way may be from before the report.
    const isAsked = queries.isFetching({ queryKey }) > 0;
    if (isAsked) await queries.cancelQueries({ queryKey });
    queries.setQueryData<RegistrationView>(queryKey, (fetched = initial) =>
      withReport(laterOf(fetched, initial), report),
    );
    if (isAsked) await queries.invalidateQueries({ queryKey });
  });
  const order = useOrder(registration, filter);
  useAnnouncedChanges(registration, company);
  const path = `/customers/${customerId}/banks`;
  const pageAt = (page: number) => bankAddress(path, { ...filter, page });

  return (
    <div className="flex flex-col gap-8">
      {isError && (
        <Banner tone="blocked" title={t("unloaded")}>
          <p>
            {t.rich("knew", {
              at: registration.readAt,
              time: () => <Time at={registration.readAt} />,
            })}
          </p>
          <div>
            <Button type="button" variant="secondary" onClick={() => refetch()}>
              {t("tryAgain")}
            </Button>
          </div>
        </Banner>
      )}
      {live && silence && !counts.ENABLED && (
        <Banner tone="you" title={t("silent")}>
          <p>{t("silentAbout")}</p>
          <MessagePanel message={silence} about={company} />
        </Banner>
      )}
      <Agreements registration={registration} />
      <Section title={t("banks")}>
        {live && totalOf(counts) > 0 && (
          <p suppressHydrationWarning>{summaryOf(registration, Date.now(), summary)}</p>
        )}
        {live && <BankFilter path={path} counts={counts} filter={filter} />}
        <InstitutionGrid
          live={live}
          registration={registration}
          customer={{ company, clientId, questionnaireOpen: questionnaireStatus !== "COMPLETE" }}
          order={order}
          again={again}
        />
        <Pagination
          previous={filter.page > 1 ? pageAt(filter.page - 1) : null}
          next={found > filter.page * BANKS_PER_PAGE ? pageAt(filter.page + 1) : null}
        />
      </Section>
    </div>
  );
}

async function fetchRegistration(
  customerId: string,
  filter: RegistrationFilter,
): Promise<RegistrationView> {
  const answer = await fetch(bankAddress(`/api/customers/${customerId}/registration`, filter));
  if (!answer.ok) throw new Error(`registration: ${answer.status}`);
  return answer.json();
}

/** The page is made anew, too: what was read later is shown, and of equals what was reported since. */
function laterOf(fetched: RegistrationView, rendered: RegistrationView): RegistrationView {
  return fetched.readAt >= rendered.readAt ? fetched : rendered;
}

/** What a webhook says is shown at once; what Plaid answers is fetched, and takes its place. */
function useReports(customerId: string, show: (report: Report) => Promise<void>): void {
  const showReport = useEffectEvent(show);
  useEffect(
    () =>
      listenToReports((id, report) => {
        if (id === customerId) void showReport(report);
      }),
    [customerId],
  );
}

/** As the page began, or as it was narrowed last: nothing moves while it is looked at. */
function useOrder(registration: RegistrationView, filter: RegistrationFilter): string[] {
  const shown = JSON.stringify(filter);
  const [kept, keep] = useState({ shown, order: idsOf(registration) });
  if (kept.shown === shown) return kept.order;
  const order = idsOf(registration);
  keep({ shown, order });
  return order;
}

function idsOf({ institutions }: RegistrationView): string[] {
  return institutions.map((bank) => bank.institutionId);
}

function useAnnouncedChanges({ institutions }: RegistrationView, company: string): void {
  const t = useTranslations("banks.registration");
  const live = useTranslations("live");
  const known = useRef(institutions);
  useEffect(() => {
    const before = new Map(known.current.map((bank) => [bank.institutionId, shownStatus(bank)]));
    known.current = institutions;
    for (const bank of institutions) {
      const { institutionId, name } = bank;
      const was = before.get(institutionId);
      const status = shownStatus(bank);
      if (was === undefined || was === status) continue;
      announceChange(
        t("changed", {
          bank: name,
          status: inSentence(describeRegistration(status).label),
          customer: company,
        }),
        live("changes", { count: "{count}" }),
      );
    }
  }, [institutions, company, t, live]);
}
