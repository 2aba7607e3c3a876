import type { Route } from "next";
import { CardCell, CardRow } from "@/components/ui/card-table";
import { Link } from "@/components/ui/link";
import { Day, Time } from "@/components/ui/time";
import { Highlight } from "./highlight";
import type { ListRow, TableWords } from "./list-words";
import { SelectRow } from "./select-row";
import { StatusBadge } from "./status-badge";

/** Only where there is room for it. */
const ROOMY = "max-xl:hidden";

type RowProps = { row: ListRow; words: TableWords; search: string; selectable: boolean };

export function CustomerTableRow({ row, words, search, selectable }: RowProps) {
  return (
    <CardRow>
      <CardCell>
        <div className="flex gap-3">
          {selectable && (
            <SelectRow id={row.id} label={words.select.replace("{company}", () => row.name)} />
          )}
          <div className="min-w-0">
            <CompanyLink row={row} search={search} />
            {row.legalEntityName && (
              <p className="line-clamp-2 text-muted">
                <Highlight text={row.legalEntityName} search={search} />
              </p>
            )}
          </div>
        </div>
      </CardCell>
      <CardCell>
        <StatusBadge status={row.status} />
        <p className="mt-1 text-muted">{row.line}</p>
        {row.deletesAt && <Deletes at={row.deletesAt} sentence={words.deletes} />}
      </CardCell>
      <CardCell label={words.turn}>{row.turn}</CardCell>
      <CardCell label={words.banks}>
        {row.banks ? (
          <>
            <span aria-hidden="true">{row.banks.short}</span>
            <span className="sr-only">{row.banks.full}</span>
          </>
        ) : (
          <span className="text-muted">{words.noBanks}</span>
        )}
      </CardCell>
      <CardCell label={words.products} className={ROOMY}>
        {row.products || <span className="text-muted">{words.ownProducts}</span>}
      </CardCell>
      <CardCell label={words.owner} className={ROOMY}>
        {row.owner ?? <span className="text-muted">{words.nobody}</span>}
      </CardCell>
      <CardCell label={words.updated} className="sm:whitespace-nowrap">
        <Time at={row.updatedAt} />
      </CardCell>
    </CardRow>
  );
}

function Deletes({ at, sentence }: { at: string; sentence: string }) {
  const [before, after] = sentence.split("{day}");
  return (
    <p className="mt-1 font-medium">
      {before}
      <Day at={at} />
      {after}
    </p>
  );
}

function CompanyLink({ row, search }: { row: ListRow; search: string }) {
  return (
    <Link
      href={row.home as Route}
      className="line-clamp-2 min-h-target font-medium text-base text-primary underline underline-offset-4 hover:decoration-2"
    >
      <Highlight text={row.name} search={search} />
    </Link>
  );
}
