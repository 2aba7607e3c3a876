import type { Metadata } from "next";
import {
  discardWordingAction,
  saveWordingAction,
} from "@/app/(portal)/admin/settings/wordings/actions";
import { readKind } from "@/app/(portal)/admin/settings/wordings/read-kind";
import { DifferenceText } from "@/components/settings/difference";
import { SettingsPage } from "@/components/settings/page-frame";
import { WordingForm } from "@/components/settings/wording-form";
import { WordingVersions } from "@/components/settings/wording-versions";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { type WordingView, wordingLabels } from "@/lib/attestation-texts/model";
import { getWording } from "@/lib/attestation-texts/queries";
import { requireStaff } from "@/lib/auth/session";

type Props = PageProps<"/admin/settings/wordings/[kind]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: wordingLabels[readKind((await params).kind)] };
}

export default async function WordingPage({ params, searchParams }: Props) {
  const staff = await requireStaff("settings.manage");
  const kind = readKind((await params).kind);
  const { saved, published } = await searchParams;
  const { versions, draft } = await getWording(staff, kind);
  const { title, body } = draft ?? versions[0] ?? { title: "", body: "" };
  return (
    <SettingsPage
      title={wordingLabels[kind]}
      above={{ label: "Confirmations", href: "/admin/settings/wordings" }}
    >
      {saved && <Banner tone="done" role="status" title="Draft saved" />}
      {published && <Banner tone="done" role="status" title="Published" />}
      <Section title="Next version">
        {draft && <Draft kind={kind} draft={draft} />}
        <WordingForm
          key={draft?.savedAt ?? "new"}
          initial={{ title, body, errors: {} }}
          save={saveWordingAction.bind(null, kind)}
        />
      </Section>
      <WordingVersions versions={versions} />
    </SettingsPage>
  );
}

function Draft({
  kind,
  draft,
}: Pick<WordingView, "kind"> & { draft: NonNullable<WordingView["draft"]> }) {
  return (
    <div className="card flex flex-col gap-3">
      <p className="text-muted text-sm">
        Draft, saved by {draft.savedBy} <Time at={draft.savedAt} />. Nobody confirms it before it is
        published.
      </p>
      <DifferenceText difference={draft.difference} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/admin/settings/wordings/${kind}/publish`}>Publish…</ButtonLink>
        <form action={discardWordingAction.bind(null, kind)}>
          <Button variant="secondary">Discard draft</Button>
        </form>
      </div>
    </div>
  );
}
