"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { type Explanation, signInAgain } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { type EraseError, isUndecided } from "@/lib/erasure/model";
import type { Translate } from "@/lib/languages/model";
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
  const t = useTranslations("erasure.form");
  const acts = useTranslations("acts");
  const [error, action, pending] = useActionState(erase, null);
  if (isUndecided(status)) return <Outcome {...explain({ code: "undecided", status }, t, acts)} />;
  return (
    <div className="flex flex-col gap-6">
      {error && <Outcome {...explain(error, t, acts)} />}
      {sent ? (
        <>
          <p>{t("ofSent.erased")}</p>
          <p>{t("ofSent.kept")}</p>
        </>
      ) : (
        <p>{t("ofDraft")}</p>
      )}
      <PendingForm
        action={action}
        pending={pending}
        label={t("erase")}
        busy={t("erasing")}
        variant="danger"
        safe={
          <ButtonLink variant="secondary" href={`/customers/${id}`}>
            {t("keep")}
          </ButtonLink>
        }
      >
        {companyName !== "" && (
          <Field
            label={t("companyName.label")}
            name="companyName"
            hint={t("companyName.hint", { name: companyName })}
            autoComplete="off"
          />
        )}
      </PendingForm>
    </div>
  );
}

function explain(
  error: EraseError,
  t: Translate<"erasure.form">,
  acts: Translate<"acts">,
): Explanation {
  switch (error.code) {
    case "sign_in_again":
      return signInAgain(t("signInAgain.title"), t("signInAgain.label"), acts);
    case "not_found":
      return { title: t("notFound.title"), text: t("notFound.text") };
    case "name_differs":
      return { title: t("nameDiffers.title"), text: t("nameDiffers.text") };
    case "undecided":
      return {
        title: t("undecided.title"),
        text: t("undecided.text", { status: describeStatus(error.status).label }),
      };
  }
}
