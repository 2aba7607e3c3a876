import type { Metadata } from "next";
import { saveRetentionAction } from "@/app/(portal)/admin/settings/actions";
import { SettingsPage } from "@/components/settings/page-frame";
import { RetentionForm } from "@/components/settings/retention-form";
import { requireStaff } from "@/lib/auth/session";
import { getSettings } from "@/lib/partner-settings/read";

export const metadata: Metadata = { title: "Retention" };

export default async function RetentionPage() {
  const staff = await requireStaff("settings.manage");
  const { version, retention } = await getSettings(staff);
  const values = {
    draftDays: String(retention.draftDays),
    secretDays: String(retention.secretDays),
  };
  return (
    <SettingsPage title="Retention">
      <RetentionForm initial={{ version, values, problem: null }} save={saveRetentionAction} />
    </SettingsPage>
  );
}
