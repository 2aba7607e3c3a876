import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { askForRunAction } from "@/app/(portal)/customers/selection-actions";
import { LiveArea } from "@/app/(portal)/live-area";
import { startOnboardingAction } from "@/app/(portal)/onboardings/actions";
import {
  CustomerFilters,
  CustomerSearchFields,
  OpenFilters,
} from "@/components/customers/customer-filters";
import { CustomerSearch } from "@/components/customers/customer-search";
import { CustomerTable } from "@/components/customers/customer-table";
import { ExportLinks } from "@/components/customers/export-links";
import { FilterChips } from "@/components/customers/filter-chips";
import { chipsOf } from "@/components/customers/filter-texts";
import {
  areFiltersOpen,
  FILTERS,
  listAddress,
  withFilters,
} from "@/components/customers/list-address";
import { selectionWords, tableWords, toListRow } from "@/components/customers/list-words";
import { FirstCustomer, NoCustomers, OtherWays } from "@/components/customers/no-customers";
import { Selection } from "@/components/customers/selection";
import { StartForm } from "@/components/customers/start-form";
import { TurnTabs } from "@/components/customers/turn-tabs";
import { matchingOf } from "@/components/customers/words";
import { liveWords } from "@/components/live/words";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/auth/model";
import { requireStaff, shownPoint } from "@/lib/auth/session";
import { countCustomers } from "@/lib/customers/counts";
import { listCustomers } from "@/lib/customers/list";
import { countMatching } from "@/lib/customers/model";
import { fromStart, readFilter, writeFilter } from "@/lib/portfolio/model";
import { getFilterOptions } from "@/lib/portfolio/options";

/** The bar of what is selected sticks to the bottom: nothing that has the focus may lie under it. */
const CLEAR_OF_SELECTION = "[&_:focus-visible]:scroll-mb-24 max-sm:[&_:focus-visible]:scroll-mb-64";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("title") };
}

export default async function CustomersPage({ searchParams }: PageProps<"/customers">) {
  const staff = await requireStaff("customer.read");
  const query = await searchParams;
  const filter = readFilter(query);
  const filtersOpen = areFiltersOpen(query[FILTERS]);
  const namesNeeded = filtersOpen || filter.owner !== null || filter.bank !== null;
  const [page, counts, names] = await Promise.all([
    listCustomers(staff, filter),
    countCustomers(staff),
    namesNeeded ? getFilterOptions(staff) : { people: [], banks: [] },
  ]);
  const t = await getTranslations("customers");
  const mayEdit = may(staff, "onboarding.edit");
  const start = <StartForm start={startOnboardingAction} allowed={mayEdit} />;
  const ways = { mayEdit, mayAdopt: may(staff, "customer.adopt") };
  const all = countMatching(counts);
  if (all === 0) {
    return (
      <LiveArea shows="*" className="flex flex-col gap-6">
        <h1>{t("title")}</h1>
        <FirstCustomer start={start} {...ways} />
      </LiveArea>
    );
  }

  const selectable = may(staff, "customer.bulk");
  const chips = chipsOf(filter, names, t);
  const matching = matchingOf(page.matching, t);
  const address = listAddress(fromStart(filter));
  return (
    <LiveArea shows="*" className={`flex flex-col gap-6 ${CLEAR_OF_SELECTION}`}>
      <header className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex flex-wrap items-baseline gap-3">
          <h1>{t("title")}</h1>
          <p className="text-muted">{matching}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {selectable && <TextLink href="/runs">{t("list.runs")}</TextLink>}
          <OtherWays {...ways} />
          {start}
        </div>
      </header>
      <TurnTabs filter={filter} counts={counts} />
      <CustomerSearch
        address={filtersOpen ? withFilters(address) : address}
        label={t("title")}
        said={matching}
        controls={
          <CustomerSearchFields filter={filter}>
            {filtersOpen ? (
              <CustomerFilters
                filter={filter}
                counts={counts}
                names={names}
                show={t("list.filters.show", { matching })}
              />
            ) : (
              <OpenFilters filter={filter} />
            )}
          </CustomerSearchFields>
        }
      >
        <FilterChips chips={chips} filtersOpen={filtersOpen} />
        {page.rows.length > 0 ? (
          <CustomerTable
            key={JSON.stringify(filter)}
            rows={page.rows.map((row) => toListRow(row, t))}
            point={await shownPoint()}
            words={tableWords(filter.search === "" ? filter.sort : null, t)}
            liveWords={liveWords(await getTranslations("live"))}
            search={filter.search}
            selectable={selectable}
          />
        ) : (
          !page.windowEnded && <NoCustomers filter={filter} chips={chips} hidden={all} />
        )}
        {page.windowEnded && <p className="text-muted">{t("list.windowEnded")}</p>}
        <Pagination
          previous={page.previous && listAddress({ ...fromStart(filter), before: page.previous })}
          next={page.next && listAddress({ ...fromStart(filter), after: page.next })}
          nextLabel={t(page.windowEnded ? "list.further" : "list.next")}
        />
        {may(staff, "customer.export") && page.rows.length > 0 && (
          <ExportLinks filter={filter} matching={page.matching} />
        )}
      </CustomerSearch>
      {selectable && page.rows.length > 0 && (
        <Selection
          key={address}
          filter={writeFilter(fromStart(filter))}
          words={selectionWords(page.matching, t)}
          mayExport={may(staff, "customer.export")}
          ask={askForRunAction}
        />
      )}
    </LiveArea>
  );
}
