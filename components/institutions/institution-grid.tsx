import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import type { InstitutionView, RegistrationView } from "@/lib/institutions/model";
import { type CardCustomer, InstitutionCard } from "./institution-card";
import { totalOf } from "./summary";

type Props = {
  /** Enabled in Production, so registration has begun. */
  live: boolean;
  registration: RegistrationView;
  customer: CardCustomer;
  /** Institution ids as they stand on the page; banks that are not in it come last. */
  order: string[];
  again: ReactNode;
};

/** A card for each bank; where all are enabled, a sentence says so and the cards are behind it. */
export function InstitutionGrid(props: Props) {
  const t = useTranslations("banks.grid");
  const { live, registration } = props;
  const { counts, checkedAt, classicEnds } = registration;
  const total = totalOf(counts);
  if (!live) {
    return (
      <EmptyState title={t("notLive")}>
        <p>{t("notLiveAbout")}</p>
      </EmptyState>
    );
  }
  if (total === 0) return <NoBanks asked={checkedAt !== null} />;
  if (registration.found === 0) return <EmptyState title={t("noMatch")} />;
  if (counts.ENABLED !== total) return <Cards {...props} />;
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="done" title={t("allEnabled", { count: total })} />
      <Disclosure summary={t("show")} open={classicEnds}>
        <Cards {...props} />
      </Disclosure>
    </div>
  );
}

function NoBanks({ asked }: { asked: boolean }) {
  const t = useTranslations("banks.grid");
  return (
    <EmptyState title={t(asked ? "none" : "notAsked")}>
      <p>{t(asked ? "noneAbout" : "notAskedAbout")}</p>
    </EmptyState>
  );
}

function Cards({ registration, order, customer, again }: Props) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(16rem,100%),1fr))] gap-4">
      {inOrder(registration.institutions, order).map((bank) => (
        <li key={bank.institutionId} className="min-w-0">
          <InstitutionCard bank={bank} customer={customer} again={again} />
        </li>
      ))}
    </ul>
  );
}

function inOrder(institutions: InstitutionView[], order: string[]): InstitutionView[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const placeOf = (bank: InstitutionView) => place.get(bank.institutionId) ?? order.length;
  return institutions.toSorted((a, b) => placeOf(a) - placeOf(b));
}
