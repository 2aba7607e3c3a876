import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { loadImport } from "@/app/(portal)/customers/import/[id]/load";
import { createDraftsAction, fixRowAction } from "@/app/(portal)/customers/import/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { CreateForm } from "@/components/imports/create-form";
import { Verdicts } from "@/components/imports/verdicts";
import { Banner } from "@/components/ui/banner";
import { countOf, formatCount } from "@/components/ui/counts";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { PageLink } from "@/components/ui/text-link";
import type { ImportRowPage, VerdictCounts } from "@/lib/imports/model";
import { countVerdicts, listImportRows } from "@/lib/imports/queries";

export const metadata: Metadata = { title: "Check the rows – Import CSV" };

export default async function CheckPage({
  params,
  searchParams,
}: PageProps<"/customers/import/[id]/check">) {
  const { staff, file } = await loadImport((await params).id);
  const { id, fileName, rowCount } = file;
  if (!file.mapping) redirect(`/customers/import/${id}`);
  const query = await searchParams;
  const problemsOnly = query.show === "problems";
  const after = Number(query.after);
  const [counts, page] = await Promise.all([
    countVerdicts(staff, id),
    listImportRows(staff, { id, after: Number.isSafeInteger(after) ? after : 0, problemsOnly }),
  ]);
  const good = counts.good + counts.incomplete;
  const here = new URLSearchParams(problemsOnly ? { show: "problems" } : {});
  if (after > 0) here.set("after", String(after));
  const at = `/customers/import/${id}/check?${problemsOnly ? "show=problems&" : ""}`;
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href={`/customers/import/${id}`}>Match the columns</Breadcrumb>
      <header className="flex flex-col gap-2">
        <h1>Check the rows</h1>
        <p className="text-muted">
          {fileName}: {formatCount(good)} of {countOf(rowCount, "row")} can be created, of them{" "}
          {formatCount(counts.good)} with every answer.
        </p>
      </header>
      {good > 0 && <CreateForm count={good} create={createDraftsAction.bind(null, id)} />}
      {counts.problem > 0 && (
        <p>
          <PageLink href={`/customers/import/${id}/problems`}>
            Download {countOf(counts.problem, "problem row")}
          </PageLink>{" "}
          <span className="text-muted">with the reasons, to put right in the file</span>
        </p>
      )}
      <Tabs id={id} counts={counts} problemsOnly={problemsOnly} />
      <Saved position={Number(query.saved)} page={page} />
      {page.rows.length > 0 ? (
        <Verdicts rows={page.rows} fix={fixRowAction.bind(null, id, here.toString())} />
      ) : (
        <p className="text-muted">{problemsOnly ? "No row has a problem." : "Nothing more."}</p>
      )}
      <Pagination previous={null} next={page.next === null ? null : `${at}after=${page.next}`} />
    </div>
  );
}

type TabsProps = { id: string; counts: VerdictCounts; problemsOnly: boolean };

function Tabs({ id, counts, problemsOnly }: TabsProps) {
  const at = `/customers/import/${id}/check`;
  const all = counts.good + counts.incomplete + counts.problem;
  return (
    <LinkTabs
      label="Which rows"
      tabs={[
        { href: at, label: "All", count: formatCount(all), current: !problemsOnly },
        {
          href: `${at}?show=problems`,
          label: "Problems only",
          count: formatCount(counts.problem),
          current: problemsOnly,
        },
      ]}
    />
  );
}

/** What came of the row that was saved last. */
function Saved({ position, page }: { position: number; page: ImportRowPage }) {
  if (!(position > 0)) return null;
  const left = page.rows.find((row) => row.position === position && row.verdict === "problem");
  return left ? (
    <Banner tone="you" title={`Row ${position} still has a problem`} role="status">
      <p>
        <PageLink tone="inherit" href={`#row-${position}`}>
          Go to row {position}
        </PageLink>
      </p>
    </Banner>
  ) : (
    <Banner tone="done" title={`Row ${position} can be created`} role="status" />
  );
}
