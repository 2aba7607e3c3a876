"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { canEnable } from "@/lib/statuses/model";
import { EnableConsequences } from "./enable-consequences";
import type { EnableAction } from "./enable-panel";
import { Outcome } from "./outcome";
import { PendingForm } from "./pending-form";
import { explainEnable } from "./problem-texts";

/** The question as a page of its own: the same words and the same action without JavaScript. */
export function EnableQuestion({
  id,
  company,
  status,
  enable,
}: {
  id: string;
  company: string;
  status: string;
  enable: EnableAction;
}) {
  const [error, action, pending] = useActionState(enable, null);
  const ready = canEnable(status);
  return (
    <div className="flex max-w-reading flex-col items-start gap-4">
      {error && <Outcome {...explainEnable(error, company)} />}
      {!error && !ready && <Outcome {...explainEnable({ code: "not_ready", status }, company)} />}
      {ready && <EnableConsequences />}
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="secondary" href={`/customers/${id}`}>
          {ready ? "Not now" : "Back to the customer"}
        </ButtonLink>
        {ready && (
          <PendingForm
            action={action}
            pending={pending}
            label="Enable in Production"
            busy="Enabling…"
          />
        )}
      </div>
    </div>
  );
}
