import { formatCount } from "@/components/ui/counts";
import { Disclosure } from "@/components/ui/disclosure";
import type { WebhookView } from "@/lib/webhooks/model";

const look =
  "max-w-full overflow-x-auto whitespace-pre-wrap rounded-card border bg-surface p-3 text-sm wrap-anywhere";

/** The body as text, read easily and as it came. */
export function WebhookBody({ body }: { body: WebhookView["body"] }) {
  if (body.raw === null) {
    return <p className="text-muted">Deleted: bodies are kept for 90 days.</p>;
  }
  if (body.bytes === 0) return <p className="text-muted">The request had no body.</p>;
  return (
    <>
      {body.cut && (
        <p className="text-muted">
          It had {formatCount(body.bytes ?? 0)} bytes, of which the first were kept.
        </p>
      )}
      {body.pretty && (
        <pre translate="no" className={look}>
          {body.pretty}
        </pre>
      )}
      <Disclosure summary="Exactly as it came" open={body.pretty === null}>
        <pre translate="no" className={look}>
          {body.raw}
        </pre>
      </Disclosure>
    </>
  );
}
