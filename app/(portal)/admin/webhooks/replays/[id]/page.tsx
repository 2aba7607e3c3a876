import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiveArea } from "@/app/(portal)/live-area";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { PageLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { ReplayProgress } from "@/components/webhooks/replay-progress";
import { requireStaff } from "@/lib/auth/session";
import { getReplay } from "@/lib/webhooks/replay-many";

type Props = PageProps<"/admin/webhooks/replays/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("webhooks.progress");
  return { title: t("pageTitle", { id: (await params).id }) };
}

export default async function ReplaysPage({ params }: Props) {
  const staff = await requireStaff("webhook.read");
  const replay = await getReplay(staff, (await params).id);
  if (!replay) notFound();
  const t = await getTranslations("webhooks");
  return (
    <LiveArea shows="*" className="flex flex-col gap-6">
      <Breadcrumb href="/admin/webhooks">{t("log.title")}</Breadcrumb>
      <header className="flex flex-col gap-2">
        <h1>{t("progress.title")}</h1>
        <p className="text-muted">
          {t.rich("progress.started", {
            at: replay.startedAt,
            time: () => <Time at={replay.startedAt} />,
            link: (chunks) => (
              <PageLink href={`/admin/webhooks/replays/${replay.id}`}>{chunks}</PageLink>
            ),
          })}
        </p>
      </header>
      <ReplayProgress replay={replay} />
    </LiveArea>
  );
}
