import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Section } from "@/components/ui/section";
import { NewTabLink } from "@/components/ui/text-link";
import { PARTNER_SUMMARY_URL } from "@/lib/partner-api/model";
import { AttachForm, type Reconcile, SendAgainForm } from "./reconcile-forms";
import { whoMay } from "./who-may";

/** A submission Plaid never answered: only a person can find out what became of it. */
export function ReconcilePanel({
  company,
  allowed,
  adopt,
  confirmAbsent,
}: {
  company: string;
  allowed: boolean;
  adopt: Reconcile;
  confirmAbsent: Reconcile;
}) {
  const t = useTranslations("customers");
  return (
    <div id="reconcile">
      <Section title={t("reconcile.title")}>
        <Banner tone="blocked" title={t("reconcile.silence")}>
          <p>
            {t.rich("reconcile.about", {
              company,
              link: (chunks) => (
                <NewTabLink tone="inherit" href={PARTNER_SUMMARY_URL}>
                  {chunks}
                </NewTabLink>
              ),
            })}
          </p>
        </Banner>
        {allowed ? (
          <div className="grid gap-6 lg:grid-cols-2">
            <div className="card flex flex-col gap-3">
              <h3>{t("reconcile.found.title")}</h3>
              <p>{t("reconcile.found.about", { company })}</p>
              <AttachForm
                adopt={adopt}
                words={{
                  hint: t("reconcile.found.hint"),
                  attach: t("reconcile.found.attach"),
                  asking: t("reconcile.found.asking"),
                }}
              />
              <p className="text-muted text-sm">{t("reconcile.found.secrets")}</p>
            </div>
            <div className="card flex flex-col gap-3">
              <h3>{t("reconcile.absent.title")}</h3>
              <SendAgainForm
                confirmAbsent={confirmAbsent}
                words={{
                  about: t("reconcile.absent.about"),
                  name: t("reconcile.absent.name"),
                  hint: t("reconcile.absent.hint", { company }),
                  send: t("reconcile.absent.send"),
                  preparing: t("reconcile.absent.preparing"),
                }}
              />
            </div>
          </div>
        ) : (
          <p>{whoMay("customer.reconcile", t("whoMay.deeds.settle"), t)}</p>
        )}
      </Section>
    </div>
  );
}
