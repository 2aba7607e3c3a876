import type { PartnerDefaults } from "@/lib/onboarding/model";

/** Our own support information, where Plaid shows it for a customer that has none. */
export function standInOf({ supportMandatory, supportEmail }: PartnerDefaults): string | null {
  if (supportMandatory) return null;
  return supportEmail ? `ours (${supportEmail})` : "ours";
}
