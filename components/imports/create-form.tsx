"use client";

import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { countOf } from "@/components/ui/counts";
import type { CreateDraftsError } from "@/lib/imports/model";
import { explainGone } from "./texts";

/** Drafts of the good rows; nothing is sent to Plaid. */
export function CreateForm({
  count,
  create,
}: {
  count: number;
  create: (state: CreateDraftsError | null) => Promise<CreateDraftsError | null>;
}) {
  const [error, action, pending] = useActionState(create, null);
  return (
    <div className="flex flex-col gap-4">
      {error && <Outcome {...explainGone(error)} />}
      <PendingForm
        action={action}
        pending={pending}
        label={`Create ${countOf(count, "draft")}`}
        busy="Creating…"
      >
        <p>
          Nothing is sent to Plaid. Each draft is checked, confirmed and sent by a person, as if it
          had been typed.
        </p>
      </PendingForm>
    </div>
  );
}
