import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/page-frame";
import { CopyButton } from "@/components/ui/copy-button";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { NewTabLink, TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { requireStaff } from "@/lib/auth/session";
import { getWebhookFacts } from "@/lib/partner-settings/facts";

export const metadata: Metadata = { title: "Plaid’s webhook" };

export default async function WebhookPage() {
  const staff = await requireStaff("settings.manage");
  const { url, receivedAt, refused } = await getWebhookFacts(staff);
  return (
    <SettingsPage title="Plaid’s webhook">
      <p>
        Plaid tells here how registrations at banks go on. Without it they are asked for every ten
        minutes, so nothing is lost, but everything is later.
      </p>
      <div className="flex flex-col items-start gap-2">
        <p className="font-medium">Our address</p>
        <code id="webhook-url" translate="no" className="card w-full wrap-anywhere">
          {url}
        </code>
        <CopyButton text={url} label="Copy address" selects="webhook-url" />
      </div>
      <Section title="Set it up">
        <ol className="flex list-decimal flex-col gap-2 pl-6">
          <li>
            Open{" "}
            <NewTabLink href="https://dashboard.plaid.com/developers/webhooks">
              Plaid Dashboard → Developers → Webhooks
            </NewTabLink>
          </li>
          <li>Choose New webhook, and the event “End Customer OAuth status updated”.</li>
          <li>Paste the address above, and save. It cannot be done through Plaid’s API.</li>
          <li>
            Let the proxy in front of the portal pass requests to this address through unchanged:
            the signature covers every byte of the body.
          </li>
          <li>
            Keep the server’s clock in sync: what was signed over five minutes ago is refused.
          </li>
        </ol>
      </Section>
      <SummaryList
        items={[
          {
            term: "Last received",
            value: (
              <Time
                at={receivedAt}
                fallback="Never: Plaid sends one when a bank’s status changes"
              />
            ),
          },
          {
            term: "Last refused",
            value: refused ? (
              <TextLink href={`/admin/webhooks/${refused.id}`}>
                <Time at={refused.at} />
              </TextLink>
            ) : (
              "Never"
            ),
          },
        ]}
      />
    </SettingsPage>
  );
}
