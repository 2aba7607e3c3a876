import type { Metadata } from "next";
import { saveSecondPersonAction } from "@/app/(portal)/admin/settings/actions";
import { SettingsPage } from "@/components/settings/page-frame";
import { TwoPeopleForm } from "@/components/settings/two-people-form";
import { requireStaff } from "@/lib/auth/session";
import { getSettings } from "@/lib/partner-settings/read";

export const metadata: Metadata = { title: "Two people" };

export default async function TwoPeoplePage() {
  const staff = await requireStaff("settings.manage");
  const { version, secondPerson, people } = await getSettings(staff);
  return (
    <SettingsPage title="Two people">
      <p>
        Two people must be onboarders or admins: {people === 1 ? "one is" : `${people} are`} now.
        {people < 2 && " Until there is another one, nobody could send or enable."}
      </p>
      <TwoPeopleForm
        initial={{ version, values: secondPerson, problem: null }}
        save={saveSecondPersonAction}
      />
    </SettingsPage>
  );
}
