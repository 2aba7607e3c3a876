import { useTranslations } from "next-intl";
import { formatCount } from "@/components/ui/counts";
import { Disclosure } from "@/components/ui/disclosure";
import type { WebhookView } from "@/lib/webhooks/model";

const look =
  "max-w-full overflow-x-auto whitespace-pre-wrap rounded-card border bg-surface p-3 text-sm wrap-anywhere";

/** The body as text, read easily and as it came. */
export function WebhookBody({ body }: { body: WebhookView["body"] }) {
  const t = useTranslations("webhooks.body");
  if (body.raw === null) return <p className="text-muted">{t("deleted")}</p>;
  if (body.bytes === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <>
      {body.cut && (
        <p className="text-muted">{t("cut", { bytes: formatCount(body.bytes ?? 0) })}</p>
      )}
      {body.pretty && (
        <pre translate="no" className={look}>
          {body.pretty}
        </pre>
      )}
      <Disclosure summary={t("raw")} open={body.pretty === null}>
        <pre translate="no" className={look}>
          {body.raw}
        </pre>
      </Disclosure>
    </>
  );
}
