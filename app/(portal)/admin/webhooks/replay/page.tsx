import type { Metadata } from "next";
import { replayStuckAction } from "@/app/(portal)/admin/webhooks/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Button } from "@/components/ui/button";
import { countOf, formatCount } from "@/components/ui/counts";
import { Field } from "@/components/ui/field";
import { ReplayForm } from "@/components/webhooks/replay-form";
import type { StaffActor } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import { readPeriod } from "@/lib/period/model";
import { REPLAYS_MAX } from "@/lib/webhooks/model";
import { countStuck } from "@/lib/webhooks/replay-many";

export const metadata: Metadata = { title: "Replay what failed" };

export default async function ReplayManyPage({
  searchParams,
}: PageProps<"/admin/webhooks/replay">) {
  const staff = await requireStaff("webhook.replay");
  const since = readPeriod(await searchParams).from;
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      <Breadcrumb href="/admin/webhooks">Webhooks</Breadcrumb>
      <h1>Replay what failed</h1>
      <p>
        Webhooks that could not be worked on, or that came before their customer was known here, are
        done again one after the other. Plaid is asked about each customer once.
      </p>
      <form className="flex w-full flex-wrap items-end gap-3">
        <Field label="Received since (UTC)" name="from" type="date" defaultValue={since ?? ""} />
        <Button variant="secondary">Count</Button>
      </form>
      {since && <Preview staff={staff} since={since} />}
    </div>
  );
}

async function Preview({ staff, since }: { staff: StaffActor; since: string }) {
  const { failed, orphans, more } = await countStuck(staff, new Date(since));
  if (failed + orphans === 0) return <p>Nothing to replay: none has failed since then.</p>;
  const atMost = (count: number) =>
    count > REPLAYS_MAX ? `${formatCount(REPLAYS_MAX)}+` : formatCount(count);
  return (
    <>
      <section className="flex flex-col gap-2">
        <h2>What would be replayed</h2>
        <p>
          {atMost(failed)} failed, {atMost(orphans)} without a customer.
        </p>
        {more && (
          <p>
            {countOf(REPLAYS_MAX, "webhook")} are replayed at a time, oldest first. Come back for
            the rest.
          </p>
        )}
        <p className="text-muted text-sm">
          It takes about a second for each, and a second factor of the last 15 minutes to start.
        </p>
      </section>
      <ReplayForm replay={replayStuckAction.bind(null, since)} back="/admin/webhooks" />
    </>
  );
}
