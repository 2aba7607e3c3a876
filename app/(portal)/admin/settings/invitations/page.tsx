import type { Metadata } from "next";
import { saveWelcomeAction } from "@/app/(portal)/admin/settings/actions";
import { SettingsPage } from "@/components/settings/page-frame";
import { WelcomeForm } from "@/components/settings/welcome-form";
import { requireStaff } from "@/lib/auth/session";
import { getSettings } from "@/lib/partner-settings/read";

export const metadata: Metadata = { title: "Invitations" };

export default async function WelcomePage() {
  const staff = await requireStaff("settings.manage");
  const { version, welcome } = await getSettings(staff);
  return (
    <SettingsPage title="Invitations">
      <p>What people you invite meet beside the name of your company.</p>
      <WelcomeForm initial={{ version, values: welcome, problem: null }} save={saveWelcomeAction} />
    </SettingsPage>
  );
}
