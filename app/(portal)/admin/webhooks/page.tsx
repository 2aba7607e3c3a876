import type { Metadata, Route } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { LiveArea } from "@/app/(portal)/live-area";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { LiveSwitch } from "@/components/webhooks/live-switch";
import { WebhookFilters } from "@/components/webhooks/webhook-filters";
import { WebhookTable } from "@/components/webhooks/webhook-table";
import { requireStaff } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { readWebhookFilter, webhooksAddress } from "@/lib/webhooks/model";
import { listWebhooks } from "@/lib/webhooks/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("webhooks.log");
  return { title: t("title") };
}

export default async function WebhooksPage({ searchParams }: PageProps<"/admin/webhooks">) {
  const staff = await requireStaff("webhook.read");
  const t = await getTranslations("webhooks.log");
  const query = await searchParams;
  const filter = readWebhookFilter(query);
  const live = query.live !== "off";
  const { rows, next } = await listWebhooks(staff, filter);
  const start = webhooksAddress({ ...filter, after: null }, live);
  const narrowed = webhooksAddress({ ...filter, after: null }) !== webhooksAddress({});
  const log = (
    <>
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1>{t("title")}</h1>
        <TextLink href="/admin/webhooks/replay">{t("replayFailed")}</TextLink>
      </header>
      <WebhookFilters key={start} filter={filter} live={live} narrowed={narrowed} />
      <LiveSwitch filter={filter} live={live} />
      {rows.length > 0 ? <WebhookTable rows={rows} /> : <Nothing {...{ narrowed, next }} />}
      <Pagination
        previous={filter.after && start}
        previousLabel={t("latest")}
        next={next && webhooksAddress({ ...filter, after: next }, live)}
        nextLabel={t("older")}
      />
    </>
  );
  const look = "flex flex-col gap-6";
  if (!live) return <div className={look}>{log}</div>;
  return (
    <LiveArea shows="*" className={look}>
      {log}
    </LiveArea>
  );
}

function Nothing({ narrowed, next }: { narrowed: boolean; next: string | null }) {
  const t = useTranslations("webhooks.log");
  if (next) return <p className="text-muted">{t("noneAmong")}</p>;
  if (narrowed) {
    return (
      <EmptyState title={t("noMatch")}>
        <TextLink href={"/admin/webhooks" as Route}>{t("clear")}</TextLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("empty")}>
      <p className="min-w-0">
        {t.rich("register", {
          url: new URL("/api/webhooks/plaid", env().AUTH_URL).href,
          address: (chunks) => (
            <code translate="no" className="wrap-anywhere">
              {chunks}
            </code>
          ),
        })}
      </p>
    </EmptyState>
  );
}
