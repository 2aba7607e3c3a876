import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveArea } from "@/app/(portal)/live-area";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { PageLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { ReplayProgress } from "@/components/webhooks/replay-progress";
import { requireStaff } from "@/lib/auth/session";
import { getReplay } from "@/lib/webhooks/replay-many";

type Props = PageProps<"/admin/webhooks/replays/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Replay – ${(await params).id}` };
}

export default async function ReplaysPage({ params }: Props) {
  const staff = await requireStaff("webhook.read");
  const replay = await getReplay(staff, (await params).id);
  if (!replay) notFound();
  return (
    <LiveArea shows="*" className="flex flex-col gap-6">
      <Breadcrumb href="/admin/webhooks">Webhooks</Breadcrumb>
      <header className="flex flex-col gap-2">
        <h1>Replay</h1>
        <p className="text-muted">
          Started <Time at={replay.startedAt} />. Leaving this page stops nothing.{" "}
          <PageLink href={`/admin/webhooks/replays/${replay.id}`}>Refresh</PageLink>
        </p>
      </header>
      <ReplayProgress replay={replay} />
    </LiveArea>
  );
}
