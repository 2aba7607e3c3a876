import { readRaw } from "@/app/read-input";
import { version } from "@/app/step-forms";
import type { AttestationKind } from "@/lib/onboarding/model";

export function readConfirmation(form: FormData) {
  const shown = (kind: AttestationKind) => version.parse(form.get(`version.${kind}`));
  return {
    dueDiligence: form.has("dueDiligence"),
    bankAddendum: form.has("bankAddendum"),
    textVersions: { due_diligence: shown("due_diligence"), bank_addendum: shown("bank_addendum") },
    payloadSha256: readRaw(form, "payloadSha256"),
  };
}
