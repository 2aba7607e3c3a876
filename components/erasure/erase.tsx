"use client";

import { useActionState } from "react";
import { type Explanation, signInAgain } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { type EraseError, isUndecided } from "@/lib/erasure/model";
import { describeStatus } from "@/lib/statuses/model";

type Props = {
  id: string;
  companyName: string;
  status: string;
  /** Plaid knows it, so the company stays. */
  sent: boolean;
  erase: (state: EraseError | null, form: FormData) => Promise<EraseError | null>;
};

/** What goes and what stays, and the name that is typed before it does. */
export function EraseOnPage({ id, companyName, status, sent, erase }: Props) {
  const [error, action, pending] = useActionState(erase, null);
  if (isUndecided(status)) return <Outcome {...explain({ code: "undecided", status })} />;
  return (
    <div className="flex flex-col gap-6">
      {error && <Outcome {...explain(error)} />}
      {sent ? <OfSent /> : <OfDraft />}
      <PendingForm
        action={action}
        pending={pending}
        label="Erase personal data"
        busy="Erasing…"
        variant="danger"
        safe={
          <ButtonLink variant="secondary" href={`/customers/${id}`}>
            Keep it
          </ButtonLink>
        }
      >
        {companyName !== "" && (
          <Field
            label="Company name"
            name="companyName"
            hint={`Type ${companyName} to confirm`}
            autoComplete="off"
          />
        )}
      </PendingForm>
    </div>
  );
}

function OfSent() {
  return (
    <>
      <p>
        Erased are names, e-mail addresses, phone numbers, streets, devices and network addresses of
        its people, in answers of today and before, in what was handed in and sent, in comments,
        mails, hand-overs and the activity log. Open links end. This cannot be undone.
      </p>
      <p>
        Kept are the company with its names, website and redirect URIs, its client_id, statuses and
        banks, and that your team confirmed and decided. Plaid keeps what it was sent: ask Plaid to
        erase it there.
      </p>
    </>
  );
}

function OfDraft() {
  return (
    <p>
      It was never sent to Plaid, so all of it is deleted: answers, logo, invitations, comments and
      the draft itself. This cannot be undone.
    </p>
  );
}

function explain(error: EraseError): Explanation {
  switch (error.code) {
    case "sign_in_again":
      return signInAgain("Nothing was erased", "Sign in again to erase");
    case "not_found":
      return { title: "This customer is not here any more", text: "There is nothing to erase." };
    case "name_differs":
      return {
        title: "That is not the name of this company",
        text: "Type the name as it stands above. Nothing was erased.",
      };
    case "undecided":
      return {
        title: "Its personal data cannot be erased now",
        text: `Its status is “${describeStatus(error.status).label}”: Plaid may still ask about its people. Erase once Plaid has decided.`,
      };
  }
}
