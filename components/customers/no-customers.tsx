import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { type CustomerFilter, isCounted } from "@/lib/portfolio/model";
import type { Chip } from "./filter-texts";

/** Nothing that matches what the list is narrowed to. */
export function NoCustomers({
  filter,
  chips,
  hidden,
}: {
  filter: CustomerFilter;
  chips: Chip[];
  /** How many there are without any filter. */
  hidden: number;
}) {
  const { turn, status } = filter;
  const t = useTranslations("customers.list");
  if (turn === "you" && status === null && isCounted(filter)) {
    return <EmptyState title={t("none.waiting")} />;
  }
  const filters = chips.map(({ label }) => label).join(", ");
  return (
    <EmptyState title={filters ? t("none.matching", { filters }) : t("none.page")}>
      {hidden > 0 && <p>{t("none.hidden", { count: hidden })}</p>}
      <TextLink href="/customers">{t("chips.clear")}</TextLink>
    </EmptyState>
  );
}

/** An empty portfolio, and the three ways to fill it. */
export function FirstCustomer({
  start,
  mayEdit,
  mayAdopt,
}: {
  start: ReactNode;
  mayEdit: boolean;
  mayAdopt: boolean;
}) {
  const t = useTranslations("customers.first");
  return (
    <EmptyState title={t("title")}>
      <ol className="flex max-w-reading list-decimal flex-col gap-1 pl-5">
        <li>{t("answer")}</li>
        <li>{t("send")}</li>
        <li>{t("enable")}</li>
      </ol>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {start}
        <OtherWays mayEdit={mayEdit} mayAdopt={mayAdopt} />
      </div>
    </EmptyState>
  );
}

/** How customers come into the portal besides one by one. */
export function OtherWays({ mayEdit, mayAdopt }: { mayEdit: boolean; mayAdopt: boolean }) {
  const t = useTranslations("customers.list");
  return (
    <>
      {mayEdit && <TextLink href={"/customers/import" as Route}>{t("import")}</TextLink>}
      {mayAdopt && <TextLink href="/customers/adopt">{t("adopt")}</TextLink>}
    </>
  );
}
