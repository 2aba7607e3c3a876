"use client";

import { useActionState } from "react";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { NewTabLink } from "@/components/ui/text-link";
import type { AbsentError, AdoptError } from "@/lib/customers/model";
import { PARTNER_SUMMARY_URL } from "@/lib/partner-api/model";
import { Outcome } from "./outcome";
import { PendingForm } from "./pending-form";
import { explainAbsent, explainAdopt, signInAgain } from "./problem-texts";
import { whoMay } from "./who-may";

type Answered<E> = { error: E; typed: string } | null;
export type AdoptState = Answered<AdoptError>;
export type AbsentState = Answered<AbsentError>;
type Action<S> = (state: S, form: FormData) => Promise<S>;

type Props = {
  company: string;
  allowed: boolean;
  adopt: Action<AdoptState>;
  confirmAbsent: Action<AbsentState>;
};

/** A submission Plaid never answered: only a person can find out what became of it. */
export function ReconcilePanel({ company, allowed, adopt, confirmAbsent }: Props) {
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
            <FoundIt company={company} adopt={adopt} />
            <NotThere company={company} confirmAbsent={confirmAbsent} />
          </div>
        ) : (
          <p>{whoMay("customer.reconcile", "settle this")}</p>
        )}
      </Section>
    </div>
  );
}

function FoundIt({ company, adopt }: Pick<Props, "company" | "adopt">) {
  const [state, action, pending] = useActionState(adopt, null);
  return (
    <div className="card flex flex-col gap-3">
      <h3>I found it</h3>
      <p>Plaid is asked whether this client_id belongs to {company}. Nothing is sent again.</p>
      <PendingForm action={action} pending={pending} label="Attach" busy="Asking Plaid…">
        <Field
          label="client_id"
          name="clientId"
          defaultValue={state?.typed}
          error={state ? explainAdopt(state.error, company) : undefined}
          hint="24 letters and digits, from the summary"
          autoComplete="off"
          spellCheck={false}
        />
      </PendingForm>
      <p className="text-muted text-sm">
        Its secrets were in the answer that never came. Get them in Plaid Dashboard → Developers →
        Keys.
      </p>
    </div>
  );
}

function NotThere({ company, confirmAbsent }: Pick<Props, "company" | "confirmAbsent">) {
  const [state, action, pending] = useActionState(confirmAbsent, null);
  const error = state?.error;
  return (
    <div className="card flex flex-col gap-3">
      <h3>It is not there</h3>
      {error?.code === "sign_in_again" && (
        <Outcome {...signInAgain("Nothing was changed", "Confirm to send again")} />
      )}
      <p>
        Possible 15 minutes after the attempt. You check the answers once more, then press Send to
        Plaid.
      </p>
      <PendingForm
        action={action}
        pending={pending}
        label="Send again"
        busy="Preparing…"
        variant="secondary"
      >
        <Field
          label="Company name"
          name="companyName"
          defaultValue={state?.typed}
          error={error && error.code !== "sign_in_again" ? explainAbsent(error) : undefined}
          hint={`Type ${company} to confirm that you looked and it is not there`}
          autoComplete="off"
        />
      </PendingForm>
    </div>
  );
}
