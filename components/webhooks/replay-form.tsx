"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { ButtonLink } from "@/components/ui/button-link";
import type { ReplayError } from "@/lib/webhooks/model";
import { explainReplay } from "./texts";

export type Replay = (state: ReplayError | null, form: FormData) => Promise<ReplayError | null>;

/** The button after the question, with the way out before it. */
export function ReplayForm({ replay, back }: { replay: Replay; back: Route }) {
  const t = useTranslations("webhooks.replayForm");
  const acts = useTranslations("acts");
  const [error, action, pending] = useActionState(replay, null);
  return (
    <>
      {error && <Outcome {...explainReplay(error, t, acts)} />}
      <PendingForm
        {...{ action, pending }}
        label={t("replay")}
        busy={t("replaying")}
        safe={
          <ButtonLink variant="secondary" href={back}>
            {t("notNow")}
          </ButtonLink>
        }
      />
    </>
  );
}
