import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveArea } from "@/app/(portal)/live-area";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { RunList } from "@/components/runs/run-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";
import { readCursor } from "@/lib/period/model";
import { listRuns } from "@/lib/runs/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("runs.list");
  return { title: t("title") };
}

export default async function RunsPage({ searchParams }: PageProps<"/runs">) {
  const staff = await requireStaff("customer.bulk");
  const before = readCursor(await searchParams, "before");
  const page = await listRuns(staff, before);
  const t = await getTranslations("runs.list");
  return (
    <LiveArea shows="*" className="flex flex-col gap-6">
      <Breadcrumb href="/customers">{t("back")}</Breadcrumb>
      <h1>{t("title")}</h1>
      {page.runs.length > 0 ? (
        <RunList runs={page.runs} />
      ) : (
        <EmptyState title={t("none")}>
          <p>
            {t.rich("begin", {
              list: (words) => <TextLink href="/customers">{words}</TextLink>,
              file: (words) => <TextLink href="/customers/import">{words}</TextLink>,
            })}
          </p>
        </EmptyState>
      )}
      <Pagination
        previous={null}
        next={page.next && `/runs?before=${page.next}`}
        nextLabel={t("older")}
      />
    </LiveArea>
  );
}
