import type { Metadata } from "next";
import { testConnectionAction } from "@/app/(portal)/admin/settings/actions";
import { ConnectionTestForm } from "@/components/settings/connection-test";
import { SettingsPage } from "@/components/settings/page-frame";
import { environments } from "@/components/settings/texts";
import { SummaryList } from "@/components/ui/summary-list";
import { requireStaff } from "@/lib/auth/session";
import { getCredentials } from "@/lib/partner-settings/facts";

export const metadata: Metadata = { title: "Plaid credentials" };

export default async function PlaidPage() {
  const staff = await requireStaff("settings.manage");
  const { environment, clientId, secretEnds, host } = getCredentials(staff);
  return (
    <SettingsPage title="Plaid credentials">
      <SummaryList
        items={[
          { term: "Environment", value: `${environments[environment]} (${host})` },
          {
            term: "client_id",
            value: (
              <code translate="no" className="wrap-anywhere">
                {clientId}
              </code>
            ),
          },
          {
            term: "Secret",
            value: (
              <>
                Set, ends <code translate="no">…{secretEnds}</code>
              </>
            ),
          },
        ]}
      />
      <p className="text-muted">
        They are not kept in the database. To change them, set <code>PLAID_ENV</code>,{" "}
        <code>PLAID_CLIENT_ID</code> and <code>PLAID_SECRET</code> where the portal and its workers
        are started, and restart them.
      </p>
      <p>
        The test asks Plaid about a customer that does not exist. Nothing is changed; that Plaid
        says so proves that it takes the credentials.
      </p>
      <ConnectionTestForm test={testConnectionAction} />
    </SettingsPage>
  );
}
