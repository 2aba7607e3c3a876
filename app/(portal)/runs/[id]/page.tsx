import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveArea } from "@/app/(portal)/live-area";
import { controlRunAction } from "@/app/(portal)/runs/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { AskForRun } from "@/components/runs/ask";
import { RunControls } from "@/components/runs/controls";
import { RunItems } from "@/components/runs/items";
import { RunProgress } from "@/components/runs/progress";
import { titleOf } from "@/components/runs/texts";
import { formatCount } from "@/components/ui/counts";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { Time } from "@/components/ui/time";
import type { StaffActor } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import { itemStates, type RunView } from "@/lib/runs/model";
import { getAsking, getRun, listItems } from "@/lib/runs/queries";

type Props = PageProps<"/runs/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const run = await getRun(await requireStaff("customer.bulk"), (await params).id);
  return { title: run ? titleOf(run) : "Run" };
}

export default async function RunPage({ params, searchParams }: Props) {
  const staff = await requireStaff("customer.bulk");
  const run = await getRun(staff, (await params).id);
  if (!run) notFound();
  const control = controlRunAction.bind(null, run.id);
  if (!run.startedAt) {
    return (
      <div className="flex flex-col gap-6">
        <h1>{titleOf(run)}?</h1>
        <AskForRun run={run} {...(await getAsking(staff, run.kind))} control={control} />
      </div>
    );
  }
  const yours = run.person.id === staff.userId;
  return (
    <LiveArea shows={run.id} className="flex flex-col gap-6">
      <Breadcrumb href="/runs">Runs</Breadcrumb>
      <header className="flex flex-col gap-2">
        <h1>{titleOf(run)}</h1>
        <p className="text-muted">
          Started by {run.person.name} <Time at={run.startedAt} />
          {run.kind === "assign" && ` · to ${run.assignee ?? "nobody"}`}. Leaving this page stops
          nothing.
        </p>
      </header>
      <RunProgress run={run} />
      <RunControls run={run} yours={yours} control={control} />
      <Items staff={staff} run={run} query={await searchParams} />
    </LiveArea>
  );
}

type Query = Awaited<Props["searchParams"]>;

async function Items({ staff, run, query }: { staff: StaffActor; run: RunView; query: Query }) {
  const { counts, id } = run;
  const problems = query.show === "problems";
  const after = Number(query.after);
  const page = await listItems(staff, {
    runId: id,
    after: Number.isSafeInteger(after) ? after : 0,
    states: problems ? ["failed", "unknown"] : itemStates,
  });
  const at = `/runs/${id}?${problems ? "show=problems&" : ""}`;
  return (
    <>
      <LinkTabs
        label="Which customers"
        tabs={[
          { href: `/runs/${id}`, label: "All", current: !problems },
          {
            href: `/runs/${id}?show=problems`,
            label: "Problems only",
            count: formatCount(counts.failed + counts.unknown),
            current: problems,
          },
        ]}
      />
      {page.items.length > 0 ? (
        <RunItems items={page.items} />
      ) : (
        <p className="text-muted">{problems ? "No problems so far." : "Nothing more."}</p>
      )}
      <Pagination previous={null} next={page.next === null ? null : `${at}after=${page.next}`} />
    </>
  );
}
