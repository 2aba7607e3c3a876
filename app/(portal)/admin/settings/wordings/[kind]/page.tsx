import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import {
  discardWordingAction,
  saveWordingAction,
} from "@/app/(portal)/admin/settings/wordings/actions";
import { readKind } from "@/app/(portal)/admin/settings/wordings/read-kind";
import { Texts } from "@/components/languages/texts";
import { DifferenceText } from "@/components/settings/difference";
import { SettingsPage } from "@/components/settings/page-frame";
import { WordingForm } from "@/components/settings/wording-form";
import { WordingVersions } from "@/components/settings/wording-versions";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { WordingView } from "@/lib/attestation-texts/model";
import { getWording } from "@/lib/attestation-texts/queries";
import { requireStaff } from "@/lib/auth/session";

type Props = PageProps<"/admin/settings/wordings/[kind]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("wordingKinds");
  return { title: t(readKind((await params).kind)) };
}

export default async function WordingPage({ params, searchParams }: Props) {
  const staff = await requireStaff("settings.manage");
  const kind = readKind((await params).kind);
  const { saved, published } = await searchParams;
  const { versions, draft } = await getWording(staff, kind);
  const { title, body } = draft ?? versions[0] ?? { title: "", body: "" };
  const t = await getTranslations("settings");
  const nameOf = await getTranslations("wordingKinds");
  return (
    <SettingsPage
      title={nameOf(kind)}
      above={{ label: t("wordings.title"), href: "/admin/settings/wordings" }}
    >
      {saved && <Banner tone="done" role="status" title={t("wording.saved")} />}
      {published && <Banner tone="done" role="status" title={t("wording.published")} />}
      <Section title={t("wording.next")}>
        {draft && <Draft kind={kind} draft={draft} />}
        <Texts of={["settings.wording.form"]}>
          <WordingForm
            key={draft?.savedAt ?? "new"}
            initial={{ title, body, errors: {} }}
            save={saveWordingAction.bind(null, kind)}
          />
        </Texts>
      </Section>
      <WordingVersions versions={versions} />
    </SettingsPage>
  );
}

function Draft({
  kind,
  draft,
}: Pick<WordingView, "kind"> & { draft: NonNullable<WordingView["draft"]> }) {
  const t = useTranslations("settings.wording");
  return (
    <div className="card flex flex-col gap-3">
      <p className="text-muted text-sm">
        {t.rich("draft", {
          name: draft.savedBy,
          at: draft.savedAt,
          time: () => <Time at={draft.savedAt} />,
        })}
      </p>
      <DifferenceText difference={draft.difference} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/admin/settings/wordings/${kind}/publish`}>{t("publish")}</ButtonLink>
        <form action={discardWordingAction.bind(null, kind)}>
          <Button variant="secondary">{t("discard")}</Button>
        </form>
      </div>
    </div>
  );
}
