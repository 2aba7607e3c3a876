import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { publishWordingAction } from "@/app/(portal)/admin/settings/wordings/actions";
import { readKind } from "@/app/(portal)/admin/settings/wordings/read-kind";
import { Texts } from "@/components/languages/texts";
import { DifferenceText } from "@/components/settings/difference";
import { SettingsPage } from "@/components/settings/page-frame";
import { PublishForm } from "@/components/settings/publish-form";
import { getWording } from "@/lib/attestation-texts/queries";
import { requireStaff } from "@/lib/auth/session";

type Props = PageProps<"/admin/settings/wordings/[kind]/publish">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("settings.publish");
  const nameOf = await getTranslations("wordingKinds");
  return { title: t("title", { wording: nameOf(readKind((await params).kind)) }) };
}

export default async function PublishPage({ params }: Props) {
  const staff = await requireStaff("settings.manage");
  const kind = readKind((await params).kind);
  const { versions, draft } = await getWording(staff, kind);
  if (!draft) redirect(`/admin/settings/wordings/${kind}`);
  const version = versions[0]?.version ?? 0;
  const { title, savedAt, difference } = draft;
  const t = await getTranslations("settings.publish");
  const wording = (await getTranslations("wordingKinds"))(kind);
  return (
    <SettingsPage
      title={t("question", { version: version + 1, wording })}
      above={{ label: wording, href: `/admin/settings/wordings/${kind}` as Route }}
    >
      <div className="card flex flex-col gap-3">
        <p className="font-medium">{title}</p>
        <DifferenceText difference={difference} />
      </div>
      <p>{t("about")}</p>
      <p>{t(kind === "addendum_acceptance" ? "ofCustomers" : "ofTeam")}</p>
      <Texts of={["settings.publish.form"]}>
        <PublishForm
          kind={kind}
          publish={publishWordingAction.bind(null, kind, { savedAt, version })}
        />
      </Texts>
    </SettingsPage>
  );
}
