import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { testConnectionAction } from "@/app/(portal)/admin/settings/actions";
import { Texts } from "@/components/languages/texts";
import { ConnectionTestForm } from "@/components/settings/connection-test";
import { SettingsPage } from "@/components/settings/page-frame";
import { SummaryList } from "@/components/ui/summary-list";
import { requireStaff } from "@/lib/auth/session";
import { getCredentials } from "@/lib/partner-settings/facts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.plaid");
  return { title: t("title") };
}

export default async function PlaidPage() {
  const staff = await requireStaff("settings.manage");
  const { environment, clientId, secretEnds, host } = getCredentials(staff);
  const t = await getTranslations("settings");
  const environmentName = t(`environments.${environment}`);
  return (
    <SettingsPage title={t("plaid.title")}>
      <SummaryList
        items={[
          {
            term: t("plaid.environment"),
            value: t("plaid.environmentAt", { environment: environmentName, host }),
          },
          {
            term: "client_id",
            value: (
              <code translate="no" className="wrap-anywhere">
                {clientId}
              </code>
            ),
          },
          {
            term: t("plaid.secret"),
            value: t.rich("plaid.secretEnds", {
              end: secretEnds,
              code: (end) => <code translate="no">{end}</code>,
            }),
          },
        ]}
      />
      <p className="text-muted">
        {t.rich("plaid.variables", { code: (name) => <code>{name}</code> })}
      </p>
      <p>{t("plaid.test")}</p>
      <Texts of={["acts", "settings.connection"]}>
        <ConnectionTestForm test={testConnectionAction} />
      </Texts>
    </SettingsPage>
  );
}
