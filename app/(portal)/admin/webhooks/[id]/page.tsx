import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiveArea } from "@/app/(portal)/live-area";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { VerdictBadge } from "@/components/webhooks/verdict-badge";
import { WebhookDetails } from "@/components/webhooks/webhook-details";
import { requireStaff } from "@/lib/auth/session";
import { getWebhook } from "@/lib/webhooks/queries";

type Props = PageProps<"/admin/webhooks/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("webhooks.details");
  return { title: t("pageTitle", { id: (await params).id }) };
}

export default async function WebhookPage({ params }: Props) {
  const staff = await requireStaff("webhook.read");
  const webhook = await getWebhook(staff, (await params).id);
  if (!webhook) notFound();
  const t = await getTranslations("webhooks");
  return (
    <LiveArea shows={webhook.customer?.id ?? webhook.id} className="flex flex-col gap-6">
      <Breadcrumb href="/admin/webhooks">{t("log.title")}</Breadcrumb>
      <header className="flex flex-wrap items-center gap-3">
        <h1>{t("details.title")}</h1>
        <VerdictBadge {...webhook} />
      </header>
      <WebhookDetails webhook={webhook} />
    </LiveArea>
  );
}
