"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
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
  const t = useTranslations("imports.create");
  const told = useTranslations("imports.told");
  const [error, action, pending] = useActionState(create, null);
  return (
    <div className="flex flex-col gap-4">
      {error && <Outcome {...explainGone(error, told)} />}
      <PendingForm
        action={action}
        pending={pending}
        label={t("create", { count })}
        busy={t("creating")}
      >
        <p>{t("about")}</p>
      </PendingForm>
    </div>
  );
}
