"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { ButtonLink } from "@/components/ui/button-link";
import type { PublishError, WordingKind } from "@/lib/attestation-texts/model";

type Props = {
  kind: WordingKind;
  publish: (state: PublishError | null, form: FormData) => Promise<PublishError | null>;
};

export function PublishForm({ kind, publish }: Props) {
  const t = useTranslations("settings.publish.form");
  const [error, action, pending] = useActionState(publish, null);
  return (
    <div className="flex flex-col gap-6">
      {error && (
        <Outcome title={t(`refused.${error.code}.title`)} text={t(`refused.${error.code}.text`)} />
      )}
      <PendingForm
        action={action}
        pending={pending}
        label={t("publish")}
        busy={t("publishing")}
        safe={
          <ButtonLink variant="secondary" href={`/admin/settings/wordings/${kind}`}>
            {t("notNow")}
          </ButtonLink>
        }
      />
    </div>
  );
}
