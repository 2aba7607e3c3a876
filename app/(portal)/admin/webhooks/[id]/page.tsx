import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LiveArea } from "@/app/(portal)/live-area";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { VerdictBadge } from "@/components/webhooks/verdict-badge";
import { WebhookDetails } from "@/components/webhooks/webhook-details";
import { requireStaff } from "@/lib/auth/session";
import { getWebhook } from "@/lib/webhooks/queries";

type Props = PageProps<"/admin/webhooks/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Webhook – ${(await params).id}` };
}

export default async function WebhookPage({ params }: Props) {
  const staff = await requireStaff("webhook.read");
  const webhook = await getWebhook(staff, (await params).id);
  if (!webhook) notFound();
  return (
    <LiveArea shows={webhook.customer?.id ?? webhook.id} className="flex flex-col gap-6">
      <Breadcrumb href="/admin/webhooks">Webhooks</Breadcrumb>
      <header className="flex flex-wrap items-center gap-3">
        <h1>Webhook</h1>
        <VerdictBadge {...webhook} />
      </header>
      <WebhookDetails webhook={webhook} />
    </LiveArea>
  );
}
