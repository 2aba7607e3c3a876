import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "@/components/settings/page-frame";
import { CopyButton } from "@/components/ui/copy-button";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { NewTabLink, TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { requireStaff } from "@/lib/auth/session";
import { getWebhookFacts } from "@/lib/partner-settings/facts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.webhook");
  return { title: t("title") };
}

export default async function WebhookPage() {
  const staff = await requireStaff("settings.manage");
  const { url, receivedAt, refused } = await getWebhookFacts(staff);
  const t = await getTranslations("settings.webhook");
  return (
    <SettingsPage title={t("title")}>
      <p>{t("about")}</p>
      <div className="flex flex-col items-start gap-2">
        <p className="font-medium">{t("address")}</p>
        <code id="webhook-url" translate="no" className="card w-full wrap-anywhere">
          {url}
        </code>
        <CopyButton text={url} label={t("copy")} selects="webhook-url" />
      </div>
      <Section title={t("setUp.title")}>
        <ol className="flex list-decimal flex-col gap-2 pl-6">
          <li>
            {t.rich("setUp.open", {
              link: (text) => (
                <NewTabLink href="https://dashboard.plaid.com/developers/webhooks">
                  {text}
                </NewTabLink>
              ),
            })}
          </li>
          <li>{t("setUp.choose")}</li>
          <li>{t("setUp.paste")}</li>
          <li>{t("setUp.proxy")}</li>
          <li>{t("setUp.clock")}</li>
        </ol>
      </Section>
      <SummaryList
        items={[
          {
            term: t("received"),
            value: <Time at={receivedAt} fallback={t("neverReceived")} />,
          },
          {
            term: t("refused"),
            value: refused ? (
              <TextLink href={`/admin/webhooks/${refused.id}`}>
                <Time at={refused.at} />
              </TextLink>
            ) : (
              t("neverRefused")
            ),
          },
        ]}
      />
    </SettingsPage>
  );
}
