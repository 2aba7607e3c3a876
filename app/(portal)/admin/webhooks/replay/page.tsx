import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { replayStuckAction } from "@/app/(portal)/admin/webhooks/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Texts } from "@/components/languages/texts";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/counts";
import { Field } from "@/components/ui/field";
import { ReplayForm } from "@/components/webhooks/replay-form";
import type { StaffActor } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import { readPeriod } from "@/lib/period/model";
import { REPLAYS_MAX } from "@/lib/webhooks/model";
import { countStuck } from "@/lib/webhooks/replay-many";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks.replayMany");
  return { title: t("title") };
}

export default async function ReplayManyPage({
  searchParams,
}: PageProps<"/admin/webhooks/replay">) {
  const staff = await requireStaff("webhook.replay");
  const t = await getTranslations("webhooks");
  const since = readPeriod(await searchParams).from;
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      <Breadcrumb href="/admin/webhooks">{t("log.title")}</Breadcrumb>
      <h1>{t("replayMany.title")}</h1>
      <p>{t("replayMany.about")}</p>
      <form className="flex w-full flex-wrap items-end gap-3">
        <Field label={t("replayMany.since")} name="from" type="date" defaultValue={since ?? ""} />
        <Button variant="secondary">{t("replayMany.count")}</Button>
      </form>
      {since && <Preview staff={staff} since={since} />}
    </div>
  );
}

async function Preview({ staff, since }: { staff: StaffActor; since: string }) {
  const t = await getTranslations("webhooks.replayMany");
  const { failed, orphans, more } = await countStuck(staff, new Date(since));
  if (failed + orphans === 0) return <p>{t("nothing")}</p>;
  const atMost = (count: number) =>
    count > REPLAYS_MAX ? `${formatCount(REPLAYS_MAX)}+` : formatCount(count);
  return (
    <>
      <section className="flex flex-col gap-2">
        <h2>{t("preview")}</h2>
        <p>{t("counted", { failed: atMost(failed), orphans: atMost(orphans) })}</p>
        {more && <p>{t("more", { max: formatCount(REPLAYS_MAX) })}</p>}
        <p className="text-muted text-sm">{t("takes")}</p>
      </section>
      <Texts of={["webhooks.replayForm", "acts"]}>
        <ReplayForm replay={replayStuckAction.bind(null, since)} back="/admin/webhooks" />
      </Texts>
    </>
  );
}
