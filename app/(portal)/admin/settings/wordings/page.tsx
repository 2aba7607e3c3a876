import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "@/components/settings/page-frame";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { listWordings } from "@/lib/attestation-texts/queries";
import { requireStaff } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.wordings");
  return { title: t("title") };
}

export default async function WordingsPage() {
  const staff = await requireStaff("settings.manage");
  const wordings = await listWordings(staff);
  const t = await getTranslations("settings.wordings");
  const nameOf = await getTranslations("wordingKinds");
  return (
    <SettingsPage title={t("title")}>
      <p>{t("about")}</p>
      <SummaryList
        items={wordings.map(({ kind, version, publishedAt, body, hasDraft }) => ({
          term: nameOf(kind),
          value: (
            <div className="flex flex-col gap-1">
              <p className="wrap-anywhere">{body}</p>
              <p className="text-muted text-sm">
                {t.rich(hasDraft ? "inForceWithDraft" : "inForce", {
                  version,
                  at: publishedAt,
                  time: () => <Time at={publishedAt} />,
                })}
              </p>
            </div>
          ),
          action: (
            <TextLink href={`/admin/settings/wordings/${kind}`}>
              {t.rich("open", {
                wording: nameOf(kind),
                hidden: (text) => <span className="sr-only">{text}</span>,
              })}
            </TextLink>
          ),
        }))}
      />
    </SettingsPage>
  );
}
