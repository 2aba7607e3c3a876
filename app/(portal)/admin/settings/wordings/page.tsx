import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/page-frame";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { wordingLabels } from "@/lib/attestation-texts/model";
import { listWordings } from "@/lib/attestation-texts/queries";
import { requireStaff } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Confirmations" };

export default async function WordingsPage() {
  const staff = await requireStaff("settings.manage");
  const wordings = await listWordings(staff);
  return (
    <SettingsPage title="Confirmations">
      <p>
        What your team confirms before a customer is sent to Plaid, and what customers accept when
        they hand in their answers. A published version never changes; each confirmation keeps the
        words that were on the screen.
      </p>
      <SummaryList
        items={wordings.map(({ kind, version, publishedAt, body, hasDraft }) => ({
          term: wordingLabels[kind],
          value: (
            <div className="flex flex-col gap-1">
              <p className="wrap-anywhere">{body}</p>
              <p className="text-muted text-sm">
                Version {version}, in force since <Time at={publishedAt} />
                {hasDraft && ". The next version is a draft"}
              </p>
            </div>
          ),
          action: (
            <TextLink href={`/admin/settings/wordings/${kind}`}>
              Open<span className="sr-only"> {wordingLabels[kind]}</span>
            </TextLink>
          ),
        }))}
      />
    </SettingsPage>
  );
}
