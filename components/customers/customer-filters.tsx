import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CountryOptions } from "@/components/onboarding/country-options";
import { Button } from "@/components/ui/button";
import { Disclosure, DisclosureButton } from "@/components/ui/disclosure";
import { Field, SelectField } from "@/components/ui/field";
import type { CustomerCounts } from "@/lib/customers/model";
import { describeRegistration } from "@/lib/institutions/model";
import {
  type CustomerFilter,
  fromStart,
  pageSizes,
  sorts,
  writeBank,
  writeFilter,
} from "@/lib/portfolio/model";
import { productGroups } from "@/lib/products/model";
import { customerStatuses, describeStatus } from "@/lib/statuses/model";
import type { FilterNames } from "./filter-texts";
import { FILTERS } from "./list-address";

/** What the list is looked through for and how it is sorted, in the names that its address has. */
export function CustomerSearchFields({
  filter,
  children,
}: {
  filter: CustomerFilter;
  children: ReactNode;
}) {
  const t = useTranslations("customers.list");
  return (
    <div className="flex flex-col gap-4">
      {filter.turn && <input type="hidden" name="turn" value={filter.turn} />}
      <div className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 flex-1 basis-60 max-sm:basis-full">
          <Field
            label={t("search.label")}
            type="search"
            name="q"
            defaultValue={filter.search}
            autoComplete="off"
            hint={t("search.hint")}
          />
        </div>
        <div className="min-w-0 flex-1 sm:max-w-56 sm:basis-52">
          <SelectField label={t("sort.label")} name="sort" defaultValue={filter.sort}>
            {filter.search !== "" && <option value={filter.sort}>{t("sort.found")}</option>}
            {filter.search === "" &&
              sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {t(`sort.orders.${sort}`)}
                </option>
              ))}
          </SelectField>
        </div>
        <Button variant="secondary">{t("search.button")}</Button>
      </div>
      {children}
    </div>
  );
}

/** They are a fifth of the page and seldom wanted: whoever wants them asks for them. */
export function OpenFilters({ filter }: { filter: CustomerFilter }) {
  const { search, turn, sort, ...narrowing } = fromStart(filter);
  const t = useTranslations("customers.list.filters");
  return (
    <>
      {[...new URLSearchParams(writeFilter(narrowing))].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DisclosureButton name={FILTERS} value="open">
        {t("title")}
      </DisclosureButton>
    </>
  );
}

/** What narrows the list, in the names that its address has. */
export function CustomerFilters({
  filter,
  counts,
  names,
  show,
}: {
  filter: CustomerFilter;
  counts: CustomerCounts;
  names: FilterNames;
  /** On the button that ends choosing, such as "Show 24 customers". */
  show: string;
}) {
  const t = useTranslations("customers.list.filters");
  return (
    <Disclosure open summary={t("title")}>
      <input type="hidden" name={FILTERS} value="open" />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Narrowing filter={filter} counts={counts} names={names} />
        <SelectField label={t("size")} name="size" defaultValue={filter.size}>
          {pageSizes.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </SelectField>
        <div className="flex items-end sm:col-span-full">
          <Button name={FILTERS} value="closed" className="max-sm:w-full">
            {show}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}

function Narrowing({
  filter,
  counts,
  names,
}: {
  filter: CustomerFilter;
  counts: CustomerCounts;
  names: FilterNames;
}) {
  const t = useTranslations("customers.list.filters");
  const statuses = new Set<string>([...customerStatuses, ...counts.map(({ status }) => status)]);
  return (
    <>
      <Choice label={t("status")} name="status" value={filter.status} any={t("everyStatus")}>
        {[...statuses].map((status) => (
          <option key={status} value={status}>
            {describeStatus(status).label}
          </option>
        ))}
      </Choice>
      <Choice label={t("owner")} name="owner" value={filter.owner} any={t("everybody")}>
        <option value="me">{t("me")}</option>
        <option value="nobody">{t("nobody")}</option>
        {names.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={t("country")} name="country" value={filter.country} any={t("everyCountry")}>
        <CountryOptions field="country" />
      </Choice>
      <Choice label={t("product")} name="product" value={filter.product} any={t("everyProduct")}>
        {productGroups.map((group) => (
          <optgroup key={group.id} label={group.title}>
            {group.products.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </Choice>
      <Choice
        label={t("bank")}
        name="bank"
        value={filter.bank && writeBank(filter.bank)}
        any={t("everyBank")}
      >
        {names.banks.map(({ id, name, statuses: known }) => (
          <optgroup key={id} label={name}>
            {known.map((status) => (
              <option key={status} value={writeBank({ institutionId: id, status })}>
                {t("bankStatus", { bank: name, status: describeRegistration(status).label })}
              </option>
            ))}
          </optgroup>
        ))}
      </Choice>
      <Field label={t("created")} type="date" name="created" defaultValue={filter.created ?? ""} />
      <Field
        label={t("stuck")}
        type="number"
        name="stuck"
        min={1}
        max={3650}
        inputMode="numeric"
        defaultValue={filter.stuck ?? ""}
      />
    </>
  );
}

function Choice({
  label,
  name,
  value,
  any,
  children,
}: {
  label: string;
  name: string;
  value: string | null;
  any: string;
  children: ReactNode;
}) {
  return (
    <SelectField id={`filter-${name}`} label={label} name={name} defaultValue={value ?? ""}>
      <option value="">{any}</option>
      {children}
    </SelectField>
  );
}
