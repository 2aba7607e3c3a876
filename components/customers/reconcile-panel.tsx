import { Banner } from "@/components/ui/banner";
import { Section } from "@/components/ui/section";
import { NewTabLink } from "@/components/ui/text-link";
import { PARTNER_SUMMARY_URL } from "@/lib/partner-api/model";
import { AttachForm, type Reconcile, SendAgainForm } from "./reconcile-forms";
import { whoMay } from "./who-may";

/** A submission Plaid never answered: only a person can find out what became of it. */
export function ReconcilePanel({
  company,
  allowed,
  adopt,
  confirmAbsent,
}: {
  company: string;
  allowed: boolean;
  adopt: Reconcile;
  confirmAbsent: Reconcile;
}) {
  return (
    <div id="reconcile">
      <Section title="Find out what happened">
        <Banner tone="blocked" title="Plaid did not answer.">
          <p>
            {company} may have been created. Look for it in the Partner End Customer Summary.{" "}
            <NewTabLink tone="inherit" href={PARTNER_SUMMARY_URL}>
              Open the summary in the Plaid Dashboard
            </NewTabLink>
          </p>
        </Banner>
        {allowed ? (
          <div className="grid gap-6 lg:grid-cols-2">
            <div className="card flex flex-col gap-3">
              <h3>I found it</h3>
              <p>
                Plaid is asked whether this client_id belongs to {company}. Nothing is sent again.
              </p>
              <AttachForm adopt={adopt} />
              <p className="text-muted text-sm">
                Its secrets were in the answer that never came. Get them in Plaid Dashboard →
                Developers → Keys.
              </p>
            </div>
            <div className="card flex flex-col gap-3">
              <h3>It is not there</h3>
              <SendAgainForm company={company} confirmAbsent={confirmAbsent} />
            </div>
          </div>
        ) : (
          <p>{whoMay("customer.reconcile", "settle this")}</p>
        )}
      </Section>
    </div>
  );
}
