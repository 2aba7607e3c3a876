import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { describeRegistration, type WaitingRow } from "@/lib/institutions/model";

export type MatrixBank = { institutionId: string; name: string };

type Props = {
  rows: WaitingRow[];
  /** The columns, the bank the list is about first. */
  banks: MatrixBank[];
};

/** Customers × banks: a table to compare in, or a card for each customer where there is no room for one. */
export function Matrix(props: Props) {
  return (
    <>
      <Table {...props} />
      <Cards {...props} />
    </>
  );
}

function Table({ rows, banks }: Props) {
  const t = useTranslations("banks.matrix");
  return (
    <section
      aria-label={t("title")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard.
      tabIndex={0}
      data-scroll
      className="overflow-x-auto max-sm:hidden"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr className="border-b text-left text-muted">
            <th scope="col" className="min-w-48 py-2 pr-4 font-medium">
              {t("customer")}
            </th>
            {banks.map(({ institutionId, name }) => (
              <th
                key={institutionId}
                scope="col"
                className="min-w-32 bg-page py-2 pr-4 font-medium"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b align-top">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                <Customer row={row} />
              </th>
              {banks.map(({ institutionId }) => (
                <td key={institutionId} className="py-2 pr-4">
                  <Status status={row.banks[institutionId]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cards({ rows, banks }: Props) {
  const t = useTranslations("banks.matrix");
  return (
    <ul aria-label={t("title")} className="flex flex-col gap-3 sm:hidden">
      {rows.map((row) => (
        <li key={row.id} className="rounded-card border p-4 text-sm">
          <Customer row={row} />
          <dl className="mt-2 flex flex-col gap-1">
            {banks.map(({ institutionId, name }) => (
              <div key={institutionId} className="grid grid-cols-2 gap-2">
                <dt className="min-w-0">{name}</dt>
                <dd className="min-w-0">
                  <Status status={row.banks[institutionId]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Customer({ row: { id, companyName, since } }: { row: WaitingRow }) {
  const t = useTranslations("banks.matrix");
  return (
    <>
      <TextLink href={`/customers/${id}/banks` as Route} className="font-medium">
        {companyName || t("unnamed")}
      </TextLink>
      <p className="text-muted">
        {t.rich("since", { at: since, time: () => <Time at={since} /> })}
      </p>
    </>
  );
}

function Status({ status }: { status: string | undefined }) {
  const t = useTranslations("banks.matrix");
  if (!status) return <span className="text-muted">{t("notAsked")}</span>;
  const { label, tone } = describeRegistration(status);
  return <Badge tone={tone}>{label}</Badge>;
}
