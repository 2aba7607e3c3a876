"use client";

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
  const [error, action, pending] = useActionState(publish, null);
  return (
    <div className="flex flex-col gap-6">
      {error && <Outcome {...texts[error.code]} />}
      <PendingForm
        action={action}
        pending={pending}
        label="Publish"
        busy="Publishing…"
        safe={
          <ButtonLink variant="secondary" href={`/admin/settings/wordings/${kind}`}>
            Not now
          </ButtonLink>
        }
      />
    </div>
  );
}

const texts = {
  nothing_new: {
    title: "There is nothing to publish",
    text: "The draft is gone, or it says the same as the version in force.",
  },
  changed_meanwhile: {
    title: "The draft is another one now",
    text: "Somebody saved it again, or published a version. Go back, read what stands there, then publish.",
  },
} satisfies Record<PublishError["code"], { title: string; text: string }>;
