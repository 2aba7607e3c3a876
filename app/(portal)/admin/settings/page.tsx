import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsOverview, type SettingsRow } from "@/components/settings/overview";
import { Banner } from "@/components/ui/banner";
import { Time } from "@/components/ui/time";
import { listWordings } from "@/lib/attestation-texts/queries";
import { requireStaff } from "@/lib/auth/session";
import type { Translate } from "@/lib/languages/model";
import { getCredentials, getWebhookFacts } from "@/lib/partner-settings/facts";
import type { Settings } from "@/lib/partner-settings/model";
import { getSettings } from "@/lib/partner-settings/read";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage({ searchParams }: PageProps<"/admin/settings">) {
  const staff = await requireStaff("settings.manage");
  const [settings, wordings, { receivedAt }] = await Promise.all([
    getSettings(staff),
    listWordings(staff),
    getWebhookFacts(staff),
  ]);
  const { environment, secretEnds } = getCredentials(staff);
  const drafts = wordings.filter(({ hasDraft }) => hasDraft).length;
  const { saved } = await searchParams;
  const t = await getTranslations("settings");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title")}</h1>
      {saved && <Banner tone="done" role="status" title={t("saved")} />}
      <SettingsOverview
        rows={[
          {
            term: t("plaid.title"),
            value: t("overview.credentials", {
              environment: t(`environments.${environment}`),
              end: secretEnds,
            }),
            href: "/admin/settings/plaid",
            action: "test",
          },
          {
            term: t("webhook.title"),
            value: t.rich("overview.received", {
              at: receivedAt ?? "",
              time: () => <Time at={receivedAt} fallback={t("overview.never")} />,
            }),
            href: "/admin/settings/webhook",
            action: "setUp",
          },
          ...changeable(settings, t),
          {
            term: t("wordings.title"),
            value: t(drafts > 0 ? "overview.wordingsWithDrafts" : "overview.wordings", {
              texts: wordings.length,
              drafts,
            }),
            href: "/admin/settings/wordings",
            action: "change",
          },
        ]}
      />
      <p className="text-muted">{t("overview.personalData")}</p>
    </div>
  );
}

function changeable(
  { defaults, welcome, retention, secondPerson }: Settings,
  t: Translate<"settings">,
): SettingsRow[] {
  return [
    {
      term: t("defaults.title"),
      value: defaults.partnerName || t("overview.noName"),
      href: "/admin/settings/defaults",
      action: "change",
    },
    {
      term: t("welcome.title"),
      value: welcome.contactEmail
        ? t("overview.questionsTo", { address: welcome.contactEmail })
        : t("overview.noQuestions"),
      href: "/admin/settings/invitations",
      action: "change",
    },
    {
      term: t("twoPeople.title"),
      value: t(`overview.secondPerson.${wantedFor(secondPerson)}`),
      href: "/admin/settings/two-people",
      action: "change",
    },
    {
      term: t("retention.title"),
      value: t("overview.retention", {
        drafts: retention.draftDays,
        secrets: retention.secretDays,
      }),
      href: "/admin/settings/retention",
      action: "change",
    },
  ];
}

function wantedFor({ sends, enables }: Settings["secondPerson"]) {
  if (sends && enables) return "both";
  if (sends) return "sends";
  return enables ? "enables" : "nobody";
}
