"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { useFormats } from "@/components/languages/formats";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Section } from "@/components/ui/section";
import { sendOnce } from "@/components/ui/send-once";
import type { Addendum } from "@/lib/applicants/model";
import type { SubmitForReviewError } from "@/lib/submissions/model";

export type SubmitForReviewState = {
  error: SubmitForReviewError | { code: "signed_out" };
} | null;

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
  const t = useTranslations("apply.submit");
  const { date } = useFormats();
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
          errors={unticked ? [{ href: "#addendum", message: t("unticked") }] : []}
          problem={!unticked && <Problem error={state.error} at={at} />}
        />
      )}
      {children}
      {addendum && (
        <Section title={t("addendum")}>
          <input type="hidden" name="addendumVersion" value={addendum.version} />
          <input type="hidden" name="addendumSha256" value={addendum.sha256} />
          <CheckboxField
            name="addendum"
            label={`${addendum.title}. ${addendum.body}`}
            hint={t.rich("version", {
              version: addendum.version,
              day: date(addendum.publishedAt),
              time: (day) => <time dateTime={addendum.publishedAt}>{day}</time>,
            })}
            error={unticked ? t("unticked") : undefined}
          />
        </Section>
      )}
      <div className="flex flex-col gap-6">
        <p className="text-muted">
          {t(addendum ? "recordedWithWording" : "recorded", { partner })}
        </p>
        <Button aria-disabled={pending} className="min-w-40 self-start">
          {t(pending ? "submitting" : "submit")}
        </Button>
      </div>
    </form>
  );
}

function Problem({ error, at }: { error: NonNullable<SubmitForReviewState>["error"]; at: string }) {
  const t = useTranslations("apply.submit");
  const fields = useTranslations("fields.sections");
  const linkTo = (href: string) => (words: ReactNode) => (
    <a href={href} className="underline underline-offset-4">
      {words}
    </a>
  );
  switch (error.code) {
    case "incomplete":
      return (
        <>
          <p>{t("incomplete")}</p>
          <ul>
            {error.steps.map((step) => (
              <li key={step}>{linkTo(`${at}/${step}?from=check`)(fields(step))}</li>
            ))}
          </ul>
        </>
      );
    case "stale":
      return <p>{t.rich("stale", { link: linkTo(`${at}/check`) })}</p>;
    case "signed_out":
      return <p>{t.rich("signedOut", { link: linkTo(at) })}</p>;
    default:
      return <p>{t.rich("closed", { link: linkTo(at) })}</p>;
  }
}
