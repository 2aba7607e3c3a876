import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiveArea } from "@/app/(portal)/live-area";
import { controlRunAction } from "@/app/(portal)/runs/actions";
import { Consequences } from "@/components/customers/enable";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Texts } from "@/components/languages/texts";
import { AskForRun } from "@/components/runs/ask";
import { RunControls } from "@/components/runs/controls";
import { RunItems } from "@/components/runs/items";
import { RunProgress } from "@/components/runs/progress";
import { possibleOf, titleOf } from "@/components/runs/texts";
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
  const t = await getTranslations("runs");
  return { title: run ? titleOf(run, t) : t("page.unknown") };
}

export default async function RunPage({ params, searchParams }: Props) {
  const staff = await requireStaff("customer.bulk");
  const run = await getRun(staff, (await params).id);
  if (!run) notFound();
  if (!run.startedAt) return <Question run={run} {...(await getAsking(staff, run.kind))} />;
  const yours = run.person.id === staff.userId;
  const t = await getTranslations("runs");
  return (
    <LiveArea shows={run.id} className="flex flex-col gap-6">
      <Breadcrumb href="/runs">{t("page.back")}</Breadcrumb>
      <header className="flex flex-col gap-2">
        <h1>{titleOf(run, t)}</h1>
        <p className="text-muted">
          {t.rich(`page.${startedBy(run)}`, {
            name: run.person.name,
            assignee: run.assignee ?? "",
            at: run.startedAt,
            time: () => <Time at={run.startedAt} />,
          })}
        </p>
      </header>
      <RunProgress run={run} />
      <Texts of={["runs.controls"]}>
        <RunControls run={run} yours={yours} control={controlRunAction.bind(null, run.id)} />
      </Texts>
      <Items staff={staff} run={run} query={await searchParams} />
    </LiveArea>
  );
}

function startedBy({ kind, assignee }: RunView) {
  if (kind !== "assign") return "started";
  return assignee ? "startedFor" : "startedForNobody";
}

type Asking = Awaited<ReturnType<typeof getAsking>>;

/** Enabling takes two presses where there are two people for it, and this may be the first of them. */
async function Question({ run, people, twoPeople }: Asking & { run: RunView }) {
  const t = await getTranslations("runs");
  const { id, kind } = run;
  return (
    <div className="flex flex-col gap-6">
      <h1>{t("question.title", { run: titleOf(run, t) })}</h1>
      <Texts of={["runs.ask"]}>
        <AskForRun kind={kind} people={people} control={controlRunAction.bind(null, id)}>
          <p>{possibleOf(run, t)}</p>
          {kind === "enable" && <Consequences first={twoPeople} several />}
          {kind === "remind" && <p>{t("question.mails")}</p>}
        </AskForRun>
      </Texts>
    </div>
  );
}

type Query = Awaited<Props["searchParams"]>;

async function Items({ staff, run, query }: { staff: StaffActor; run: RunView; query: Query }) {
  const t = await getTranslations("runs");
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
        label={t("page.which")}
        tabs={[
          { href: `/runs/${id}`, label: t("page.all"), current: !problems },
          {
            href: `/runs/${id}?show=problems`,
            label: t("page.problemsOnly"),
            count: formatCount(counts.failed + counts.unknown),
            current: problems,
          },
        ]}
      />
      {page.items.length > 0 ? (
        <RunItems items={page.items} />
      ) : (
        <p className="text-muted">{t(problems ? "page.noProblems" : "page.noMore")}</p>
      )}
      <Pagination previous={null} next={page.next === null ? null : `${at}after=${page.next}`} />
    </>
  );
}
