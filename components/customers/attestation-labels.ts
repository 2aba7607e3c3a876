import type { AttestationKind } from "@/lib/onboarding/model";

export const attestationLabels: Record<AttestationKind, string> = {
  due_diligence: "Due diligence",
  bank_addendum: "Bank addendum",
};
