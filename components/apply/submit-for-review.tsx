"use client";

import { type ReactNode, useActionState } from "react";
import { sendOnce } from "@/components/send-once";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Section } from "@/components/ui/section";
import { Day } from "@/components/ui/time";
import type { Addendum } from "@/lib/applicants/model";
import { stepTitles } from "@/lib/fields/model";
import type { SubmitForReviewError } from "@/lib/submissions/model";

export type SubmitForReviewState = {
  error: SubmitForReviewError | { code: "signed_out" };
} | null;

const NOT_TICKED = "Read the bank addendum acceptance, then tick it";

export function SubmitForReview({
  partner,
  addendum,
  at,
  submit,
  children,
}: {
  partner: string;
  /** What this person accepts on submitting; null where it is asked of nobody here. */
  addendum: Addendum | null;
  /** Address of the link. */
  at: string;
  submit: (state: SubmitForReviewState, form: FormData) => Promise<SubmitForReviewState>;
  /** The answers, between what is wrong and what is accepted. */
  children: ReactNode;
}) {
  const [state, action, pending] = useActionState(submit, null);
  const unticked = state?.error.code === "addendum_not_accepted";

  return (
    <form
      action={action}
      onSubmit={sendOnce(action, pending)}
      noValidate
      className="flex flex-col gap-12"
    >
      {state && (
        <ErrorSummary
          errors={unticked ? [{ href: "#addendum", message: NOT_TICKED }] : []}
          problem={!unticked && <Problem error={state.error} at={at} />}
        />
      )}
      {children}
      {addendum && (
        <Section title="Accept the bank addendum">
          <input type="hidden" name="addendumVersion" value={addendum.version} />
          <input type="hidden" name="addendumSha256" value={addendum.sha256} />
          <CheckboxField
            name="addendum"
            label={`${addendum.title}. ${addendum.body}`}
            hint={
              <>
                Version {addendum.version}, <Day at={addendum.publishedAt} />
              </>
            }
            error={unticked ? NOT_TICKED : undefined}
          />
        </Section>
      )}
      <div className="flex flex-col gap-6">
        <p className="text-muted">
          When you submit, we record your name, the time, your IP address, your browser
          {addendum
            ? ", the answers above and the exact wording you accepted."
            : " and the answers above."}{" "}
          {partner} then reviews them; until it asks for changes, nothing can be changed here.
        </p>
        <Button aria-disabled={pending} className="min-w-40 self-start">
          {pending ? "Submitting…" : "Submit for review"}
        </Button>
      </div>
    </form>
  );
}

function Problem({ error, at }: { error: NonNullable<SubmitForReviewState>["error"]; at: string }) {
  switch (error.code) {
    case "incomplete":
      return (
        <>
          <p>Some answers are missing or have to be corrected, so nothing was submitted:</p>
          <ul>
            {error.steps.map((step) => (
              <li key={step}>
                <a href={`${at}/${step}?from=check`} className="underline underline-offset-4">
                  {stepTitles[step]}
                </a>
              </li>
            ))}
          </ul>
        </>
      );
    case "stale":
      return (
        <p>
          The wording changed after this page was opened, so nothing was submitted.{" "}
          <a href={`${at}/check`} className="underline underline-offset-4">
            Read it again
          </a>
          , then submit.
        </p>
      );
    case "signed_out":
      return (
        <p>
          Your session ended, so nothing was submitted. Your answers are kept:{" "}
          <a href={at} className="underline underline-offset-4">
            open your link
          </a>{" "}
          and choose Start.
        </p>
      );
    default:
      return (
        <p>
          These answers are not open any more, so nothing was submitted.{" "}
          <a href={at} className="underline underline-offset-4">
            See how they stand
          </a>
          .
        </p>
      );
  }
}
