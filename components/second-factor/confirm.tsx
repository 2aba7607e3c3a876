"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import type { Explanation } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { ButtonLink } from "@/components/ui/button-link";
import type { RemoveProblem, ResetProblem } from "@/lib/second-factor/model";
import { explainRemove, explainReset } from "./texts";

type Act<E> = (state: E | null, form: FormData) => Promise<E | null>;

type Props<E> = {
  act: Act<E>;
  back: Route;
  /** What it leads to. */
  children: ReactNode;
};

export function ConfirmRemoval(props: Props<RemoveProblem>) {
  const t = useTranslations("secondFactor.removal");
  const acts = useTranslations("acts");
  const words = { label: t("confirm"), busy: t("busy"), safe: t("keep") };
  return <Confirm {...props} {...words} explain={(error) => explainRemove(error, t, acts)} />;
}

export function ConfirmReset(props: Props<ResetProblem>) {
  const t = useTranslations("secondFactor.reset");
  const acts = useTranslations("acts");
  const words = { label: t("confirm"), busy: t("busy"), safe: t("keep") };
  return <Confirm {...props} {...words} explain={(error) => explainReset(error, t, acts)} />;
}

type Words<E> = {
  explain: (error: E) => Explanation;
  label: string;
  busy: string;
  safe: string;
};

function Confirm<E>({ act, back, children, explain, label, busy, safe }: Props<E> & Words<E>) {
  const [error, action, pending] = useActionState(act, null);
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      {error && <Outcome {...explain(error)} />}
      {children}
      <PendingForm
        {...{ action, pending, label, busy }}
        variant="danger"
        safe={
          <ButtonLink variant="secondary" href={back}>
            {safe}
          </ButtonLink>
        }
      />
    </div>
  );
}
