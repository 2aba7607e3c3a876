"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import type { ButtonVariant } from "@/components/ui/button";
import { inSentence } from "@/lib/languages/model";
import type { TeamError } from "@/lib/team/model";
import { explainTeam } from "./texts";

export type TeamAct = (state: TeamError | null, form: FormData) => Promise<TeamError | null>;

/** One act on somebody of the team: its button, and why it was not done. */
export function ActForm({
  act,
  label,
  busy,
  undone,
  variant = "primary",
  safe,
  children,
}: {
  act: TeamAct;
  label: string;
  busy: string;
  /** What is said of an act that was refused, such as "Nobody was suspended". */
  undone: string;
  variant?: ButtonVariant;
  safe?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations("team.refused");
  const acts = useTranslations("acts");
  const [error, action, pending] = useActionState(act, null);
  const said = { title: undone, again: t("again", { act: inSentence(label) }) };
  return (
    <div className="flex w-full flex-col items-start gap-4">
      {error && <Outcome {...explainTeam(error, said, t, acts)} />}
      <PendingForm {...{ action, pending, label, busy, variant, safe }}>{children}</PendingForm>
    </div>
  );
}
