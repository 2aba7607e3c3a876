import type { Metadata, Route } from "next";
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

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage({ searchParams }: PageProps<"/admin/webhooks">) {
  const staff = await requireStaff("webhook.read");
  const query = await searchParams;
  const filter = readWebhookFilter(query);
  const live = query.live !== "off";
  const { rows, next } = await listWebhooks(staff, filter);
  const start = webhooksAddress({ ...filter, after: null }, live);
  const narrowed = webhooksAddress({ ...filter, after: null }) !== webhooksAddress({});
  const log = (
    <>
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1>Webhooks</h1>
        <TextLink href="/admin/webhooks/replay">Replay what failed</TextLink>
      </header>
      <WebhookFilters key={start} filter={filter} live={live} narrowed={narrowed} />
      <LiveSwitch filter={filter} live={live} />
      {rows.length > 0 ? <WebhookTable rows={rows} /> : <Nothing {...{ narrowed, next }} />}
      <Pagination
        previous={filter.after && start}
        previousLabel="Latest"
        next={next && webhooksAddress({ ...filter, after: next }, live)}
        nextLabel="Older"
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
  if (next) return <p className="text-muted">None among the next 2,000. Older ones may match.</p>;
  if (narrowed) {
    return (
      <EmptyState title="No webhooks match.">
        <TextLink href={"/admin/webhooks" as Route}>Clear filters</TextLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No webhooks yet.">
      <p className="min-w-0">
        Register this address in Plaid Dashboard → Developers → Webhooks for “End Customer OAuth
        status updated”:{" "}
        <code translate="no" className="wrap-anywhere">
          {new URL("/api/webhooks/plaid", env().AUTH_URL).href}
        </code>
      </p>
    </EmptyState>
  );
}
