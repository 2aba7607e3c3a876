import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import { isFine, type SystemView } from "@/lib/overview/model";

/** Whether what is shown can be relied on. */
export function SystemLine({ system }: { system: SystemView }) {
  const t = useTranslations("overview.system");
  const { lastWebhookAt, lastCheckAt, plaidSilent, behindSince } = system;
  return (
    <div className="flex flex-col gap-1 border-t pt-4 text-muted text-sm">
      {behindSince && (
        <p className="font-medium text-you">
          {t.rich("behind", { at: behindSince, time: () => <Time at={behindSince} /> })}
        </p>
      )}
      {plaidSilent && <p className="font-medium text-you">{t("plaidSilent")}</p>}
      <p>
        {t.rich(isFine(system) ? "fine" : "last", {
          webhookAt: lastWebhookAt ?? "",
          checkAt: lastCheckAt ?? "",
          webhook: () => <Time at={lastWebhookAt} fallback={t("never")} />,
          check: () => <Time at={lastCheckAt} fallback={t("never")} />,
        })}
      </p>
    </div>
  );
}
