import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { publishWordingAction } from "@/app/(portal)/admin/settings/wordings/actions";
import { readKind } from "@/app/(portal)/admin/settings/wordings/read-kind";
import { DifferenceText } from "@/components/settings/difference";
import { SettingsPage } from "@/components/settings/page-frame";
import { PublishForm } from "@/components/settings/publish-form";
import { wordingLabels } from "@/lib/attestation-texts/model";
import { getWording } from "@/lib/attestation-texts/queries";
import { requireStaff } from "@/lib/auth/session";

type Props = PageProps<"/admin/settings/wordings/[kind]/publish">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Publish ${wordingLabels[readKind((await params).kind)]}` };
}

export default async function PublishPage({ params }: Props) {
  const staff = await requireStaff("settings.manage");
  const kind = readKind((await params).kind);
  const { versions, draft } = await getWording(staff, kind);
  if (!draft) redirect(`/admin/settings/wordings/${kind}`);
  const version = versions[0]?.version ?? 0;
  const { title, savedAt, difference } = draft;
  return (
    <SettingsPage
      title={`Publish version ${version + 1} of “${wordingLabels[kind]}”?`}
      above={{ label: wordingLabels[kind], href: `/admin/settings/wordings/${kind}` as Route }}
    >
      <div className="card flex flex-col gap-3">
        <p className="font-medium">{title}</p>
        <DifferenceText difference={difference} />
      </div>
      <p>
        From now on these are the words that are confirmed. They can be replaced by another version,
        but never changed or taken back.
      </p>
      <p>
        {kind === "addendum_acceptance"
          ? "Customers who have handed in their answers already accepted the words of that day, and are not asked again."
          : "Drafts that were not sent to Plaid have to be confirmed again. What was sent keeps the confirmation it was sent with."}
      </p>
      <PublishForm
        kind={kind}
        publish={publishWordingAction.bind(null, kind, { savedAt, version })}
      />
    </SettingsPage>
  );
}
