import type { Metadata } from "next";
import { LiveArea } from "@/app/(portal)/live-area";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { RunList } from "@/components/runs/run-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";
import { readCursor } from "@/lib/period/model";
import { listRuns } from "@/lib/runs/queries";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage({ searchParams }: PageProps<"/runs">) {
  const staff = await requireStaff("customer.bulk");
  const before = readCursor(await searchParams, "before");
  const page = await listRuns(staff, before);
  return (
    <LiveArea shows="*" className="flex flex-col gap-6">
      <Breadcrumb href="/customers">End customers</Breadcrumb>
      <h1>Runs</h1>
      {page.runs.length > 0 ? (
        <RunList runs={page.runs} />
      ) : (
        <EmptyState title="Nothing has been done for many customers at once.">
          <p>
            Choose customers in the <TextLink href="/customers">list</TextLink>, or{" "}
            <TextLink href="/customers/import">import a CSV file</TextLink>.
          </p>
        </EmptyState>
      )}
      <Pagination
        previous={null}
        next={page.next && `/runs?before=${page.next}`}
        nextLabel="Older"
      />
    </LiveArea>
  );
}
