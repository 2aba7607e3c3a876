"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { PendingForm } from "@/components/acts/pending-form";
import { PrintButton } from "@/components/customers/print-button";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";

type Props = {
  /** How many of the older ones still work. */
  left: number;
  make: (state: string[] | null) => Promise<string[] | null>;
  /** Where to go on. */
  next: Route;
};

/** Codes are in the answer to the button and nowhere else: without them on paper they are gone. */
export function RecoveryCodes({ left, make, next }: Props) {
  const t = useTranslations("secondFactor.recoveryCodes");
  const [codes, action, pending] = useActionState(make, null);
  if (codes === null) {
    return (
      <div className="flex flex-col gap-6">
        <p>{t("about")}</p>
        {left > 0 && <p>{t("replaces", { count: left })}</p>}
        <PendingForm
          action={action}
          pending={pending}
          label={t("make")}
          busy={t("making")}
          safe={
            <ButtonLink variant="secondary" href={next}>
              {t("notNow")}
            </ButtonLink>
          }
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <Banner tone="you" role="status" title={t("store")}>
        <p>{t("once")}</p>
      </Banner>
      <ol aria-label={t("list")} className="card grid gap-x-8 gap-y-2 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code translate="no" className="wrap-anywhere">
              {code}
            </code>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <CopyButton text={codes.join("\n")} label={t("copy")} variant="secondary" />
        <PrintButton label={t("print")} />
      </div>
      <p>
        <ButtonLink href={next}>{t("stored")}</ButtonLink>
      </p>
    </div>
  );
}
