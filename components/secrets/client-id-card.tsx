import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";

export function ClientIdCard({ clientId }: { clientId: string }) {
  const t = useTranslations("secrets.clientId");
  return (
    <section className="card flex flex-col gap-3">
      <h2>client_id</h2>
      <p>
        <code translate="no">{clientId}</code>
      </p>
      <p className="text-muted">{t("about")}</p>
      <div>
        <CopyButton text={clientId} label={t("copy")} variant="secondary" />
      </div>
    </section>
  );
}
