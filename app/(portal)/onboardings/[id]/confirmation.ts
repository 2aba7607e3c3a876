import { version } from "@/app/step-forms";
import type { AttestationKind } from "@/lib/onboarding/model";

export function readConfirmation(form: FormData) {
  const shown = (kind: AttestationKind) => version.parse(form.get(`version.${kind}`));
  const payloadSha256 = form.get("payloadSha256");
  return {
    dueDiligence: form.has("dueDiligence"),
    bankAddendum: form.has("bankAddendum"),
    textVersions: { due_diligence: shown("due_diligence"), bank_addendum: shown("bank_addendum") },
    payloadSha256: typeof payloadSha256 === "string" ? payloadSha256 : "",
  };
}
