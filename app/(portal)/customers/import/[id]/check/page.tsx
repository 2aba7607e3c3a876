import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { loadImport } from "@/app/(portal)/customers/import/[id]/load";
import { createDraftsAction, fixRowAction } from "@/app/(portal)/customers/import/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { CreateForm } from "@/components/imports/create-form";
import { Verdicts } from "@/components/imports/verdicts";
import { Texts } from "@/components/languages/texts";
import { Banner } from "@/components/ui/banner";
import { formatCount } from "@/components/ui/counts";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { PageLink } from "@/components/ui/text-link";
import type { ImportRowPage, VerdictCounts } from "@/lib/imports/model";
import { countVerdicts, listImportRows } from "@/lib/imports/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports.check");
  return { title: t("page") };
}

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
  const t = await getTranslations("imports.check");
  const good = counts.good + counts.incomplete;
  const here = new URLSearchParams(problemsOnly ? { show: "problems" } : {});
  if (after > 0) here.set("after", String(after));
  const at = `/customers/import/${id}/check?${problemsOnly ? "show=problems&" : ""}`;
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href={`/customers/import/${id}`}>{t("back")}</Breadcrumb>
      <header className="flex flex-col gap-2">
        <h1>{t("title")}</h1>
        <p className="text-muted">
          {t("counts", {
            file: fileName,
            good: formatCount(good),
            rows: rowCount,
            complete: formatCount(counts.good),
          })}
        </p>
      </header>
      {good > 0 && (
        <Texts of={["imports.create", "imports.told"]}>
          <CreateForm count={good} create={createDraftsAction.bind(null, id)} />
        </Texts>
      )}
      {counts.problem > 0 && (
        <p>
          {t.rich("download", {
            count: counts.problem,
            link: (words) => <PageLink href={`/customers/import/${id}/problems`}>{words}</PageLink>,
            about: (words) => <span className="text-muted">{words}</span>,
          })}
        </p>
      )}
      <Tabs id={id} counts={counts} problemsOnly={problemsOnly} />
      <Saved position={Number(query.saved)} page={page} />
      {page.rows.length > 0 ? (
        <Verdicts rows={page.rows} fix={fixRowAction.bind(null, id, here.toString())} />
      ) : (
        <p className="text-muted">{t(problemsOnly ? "noProblems" : "noMore")}</p>
      )}
      <Pagination previous={null} next={page.next === null ? null : `${at}after=${page.next}`} />
    </div>
  );
}

type TabsProps = { id: string; counts: VerdictCounts; problemsOnly: boolean };

function Tabs({ id, counts, problemsOnly }: TabsProps) {
  const t = useTranslations("imports.check");
  const at = `/customers/import/${id}/check`;
  const all = counts.good + counts.incomplete + counts.problem;
  return (
    <LinkTabs
      label={t("which")}
      tabs={[
        { href: at, label: t("all"), count: formatCount(all), current: !problemsOnly },
        {
          href: `${at}?show=problems`,
          label: t("problemsOnly"),
          count: formatCount(counts.problem),
          current: problemsOnly,
        },
      ]}
    />
  );
}

/** What came of the row that was saved last. */
function Saved({ position, page }: { position: number; page: ImportRowPage }) {
  const t = useTranslations("imports.check");
  if (!(position > 0)) return null;
  const left = page.rows.find((row) => row.position === position && row.verdict === "problem");
  return left ? (
    <Banner tone="you" title={t("left", { row: position })} role="status">
      <p>
        <PageLink tone="inherit" href={`#row-${position}`}>
          {t("goTo", { row: position })}
        </PageLink>
      </p>
    </Banner>
  ) : (
    <Banner tone="done" title={t("right", { row: position })} role="status" />
  );
}
