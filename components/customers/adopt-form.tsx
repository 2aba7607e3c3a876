"use client";

import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { SummaryList } from "@/components/ui/summary-list";
import { NewTabLink, TextLink } from "@/components/ui/text-link";
import type { AdoptionError, FoundCustomer } from "@/lib/adoption/model";
import { PARTNER_SUMMARY_URL } from "@/lib/partner-api/model";
import { describeStatus } from "@/lib/statuses/model";
import { problemText } from "./problem-texts";
import { StatusBadge } from "./status-badge";
import { nameOf } from "./words";

export type AdoptFormState =
  | ({ typed: string } & ({ found: FoundCustomer } | { error: AdoptionError }))
  | null;

/** Look first, then adopt what Plaid said. Both are one action, so both work before JavaScript does. */
export function AdoptForm({
  adopt,
  clientId,
}: {
  /** What the field begins with. */
  clientId: string;
  adopt: (state: AdoptFormState, form: FormData) => Promise<AdoptFormState>;
}) {
  const [state, action, pending] = useActionState(adopt, null);
  const error = state && "error" in state ? state.error : null;
  const found = state && "found" in state ? state.found : null;
  return (
    <div className="flex max-w-reading flex-col gap-8">
      {error && <Trouble error={error} />}
      <PendingForm
        action={action}
        pending={pending}
        label="Look it up"
        busy="Asking Plaid…"
        variant={found ? "secondary" : "primary"}
      >
        <Field
          // Made anew with each answer, so that what was typed stays also without JavaScript.
          key={state?.typed}
          label="client_id"
          name="clientId"
          defaultValue={state?.typed ?? clientId}
          error={error ? explainAtField(error) : undefined}
          hint={
            <>
              24 letters and digits, from the{" "}
              <NewTabLink href={PARTNER_SUMMARY_URL}>Partner End Customer Summary</NewTabLink>
            </>
          }
          autoComplete="off"
          spellCheck={false}
        />
      </PendingForm>
      {found && (
        <section aria-label="What Plaid says" className="flex flex-col gap-4">
          <h2>What Plaid says</h2>
          <Found found={found} />
          <PendingForm action={action} pending={pending} label="Adopt" busy="Adopting…">
            <input type="hidden" name="intent" value="adopt" />
            <input type="hidden" name="clientId" value={found.clientId} />
            <p>
              Its status and banks are kept up to date here from now on. Its secrets are not held
              here: Plaid gave them to whoever created it.
            </p>
          </PendingForm>
        </section>
      )}
    </div>
  );
}

function Found({ found: { companyName, clientId, status } }: { found: FoundCustomer }) {
  return (
    <div role="status">
      <SummaryList
        items={[
          { term: "Company", value: nameOf({ companyName }) },
          { term: "client_id", value: <code translate="no">{clientId}</code> },
          {
            term: "Status",
            value: (
              <>
                <StatusBadge status={status} />
                <p className="mt-1 text-muted text-sm">{describeStatus(status).line}</p>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

function explainAtField(error: AdoptionError): string | undefined {
  if (error.code === "no_client_id") return "Enter the client_id: letters and digits only";
  if (error.code === "unknown_client_id") {
    return "Plaid knows no end customer with this client_id. Copy it from the Partner End Customer Summary";
  }
  return undefined;
}

/** What is not about what was typed. */
function Trouble({ error }: { error: AdoptionError }) {
  if (error.code === "refused") {
    const { problem } = error;
    return (
      <Outcome
        title="Plaid could not be asked"
        text={`Nothing was adopted. ${problemText(problem)}`}
        problem={problem}
      />
    );
  }
  if (error.code === "already_here" || error.code === "unanswered") {
    const company = nameOf(error);
    return (
      <Banner tone="neutral" title={`${company} is in this portal already`} role="alert">
        <p>
          {error.code === "unanswered" &&
            "Its submission was never answered. Attach this client_id there. "}
          <TextLink tone="inherit" href={`/customers/${error.id}`}>
            Open {company}
          </TextLink>
        </p>
      </Banner>
    );
  }
  return null;
}
