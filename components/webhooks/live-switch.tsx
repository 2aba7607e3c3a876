import type { Route } from "next";
import { PageLink, TextLink } from "@/components/ui/text-link";
import { type WebhookFilter, webhooksAddress } from "@/lib/webhooks/model";

/** Whether the log follows what happens; what was rejected shows with the next refresh. */
export function LiveSwitch({ filter, live }: { filter: WebhookFilter; live: boolean }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <span className="text-muted">{live ? "Follows what happens" : "Paused"}</span>
      {/* An address of this very page. */}
      <TextLink href={webhooksAddress(filter, !live) as Route}>{live ? "Pause" : "Go on"}</TextLink>
      <PageLink href={webhooksAddress({ ...filter, after: null }, live)}>Refresh</PageLink>
    </p>
  );
}
