import type { Metadata } from "next";
import { saveDefaultsAction } from "@/app/(portal)/admin/settings/actions";
import { DefaultsForm } from "@/components/settings/defaults-form";
import { SettingsPage } from "@/components/settings/page-frame";
import { requireStaff } from "@/lib/auth/session";
import { getSettings } from "@/lib/partner-settings/read";

export const metadata: Metadata = { title: "Company and defaults" };

export default async function DefaultsPage() {
  const staff = await requireStaff("settings.manage");
  const { version, defaults } = await getSettings(staff);
  return (
    <SettingsPage title="Company and defaults">
      <p>These stand in every draft from now on, those that were started already included.</p>
      <DefaultsForm
        initial={{ version, values: defaults, problem: null }}
        save={saveDefaultsAction}
      />
    </SettingsPage>
  );
}
