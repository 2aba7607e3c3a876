import type { Metadata } from "next";
import { SettingsOverview, type SettingsRow } from "@/components/settings/overview";
import { environments } from "@/components/settings/texts";
import { Banner } from "@/components/ui/banner";
import { Time } from "@/components/ui/time";
import { listWordings } from "@/lib/attestation-texts/queries";
import { requireStaff } from "@/lib/auth/session";
import { getCredentials, getWebhookFacts } from "@/lib/partner-settings/facts";
import type { Settings } from "@/lib/partner-settings/model";
import { getSettings } from "@/lib/partner-settings/read";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ searchParams }: PageProps<"/admin/settings">) {
  const staff = await requireStaff("settings.manage");
  const [settings, wordings, { receivedAt }] = await Promise.all([
    getSettings(staff),
    listWordings(staff),
    getWebhookFacts(staff),
  ]);
  const credentials = getCredentials(staff);
  const drafts = wordings.filter(({ hasDraft }) => hasDraft).length;
  const { saved } = await searchParams;
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>Settings</h1>
      {saved && <Banner tone="done" role="status" title="Saved" />}
      <SettingsOverview
        rows={[
          {
            term: "Plaid credentials",
            value: (
              <>
                {environments[credentials.environment]}, secret ends …{credentials.secretEnds}
              </>
            ),
            href: "/admin/settings/plaid",
            action: "Test",
          },
          {
            term: "Plaid’s webhook",
            value: (
              <>
                Last received: <Time at={receivedAt} fallback="never" />
              </>
            ),
            href: "/admin/settings/webhook",
            action: "Set up",
          },
          ...changeable(settings),
          {
            term: "Confirmations",
            value: `${wordings.length} texts${drafts > 0 ? `, ${drafts} with a draft` : ""}`,
            href: "/admin/settings/wordings",
            action: "Change",
          },
        ]}
      />
      <p className="text-muted">
        To export or erase what is held about the people of a customer, open the customer, then More
        actions → Personal data.
      </p>
    </div>
  );
}

function changeable({ defaults, welcome, retention, secondPerson }: Settings): SettingsRow[] {
  return [
    {
      term: "Company and defaults",
      value: defaults.partnerName || "No name yet: customers read “our company”",
      href: "/admin/settings/defaults",
      action: "Change",
    },
    {
      term: "Invitations",
      value: welcome.contactEmail
        ? `Questions to ${welcome.contactEmail}`
        : "No address for questions",
      href: "/admin/settings/invitations",
      action: "Change",
    },
    {
      term: "Two people",
      value: wordsFor(secondPerson),
      href: "/admin/settings/two-people",
      action: "Change",
    },
    {
      term: "Retention",
      value: `Drafts ${retention.draftDays} days, secrets ${retention.secretDays} days`,
      href: "/admin/settings/retention",
      action: "Change",
    },
  ];
}

function wordsFor({ sends, enables }: Settings["secondPerson"]): string {
  if (sends && enables) return "Wanted for sending and for enabling";
  if (sends) return "Wanted for sending";
  return enables ? "Wanted for enabling" : "Not wanted: one person may send and enable";
}
