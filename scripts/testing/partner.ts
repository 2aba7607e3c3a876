import type { PartnerDefaults } from "@/lib/onboarding/model";

/** A partner as new ones are: nothing of its own to stand in for a customer's. */
export const partner: PartnerDefaults = {
  partnerName: "Nordwind",
  countryCode: "US",
  technicalContact: null,
  billingContact: null,
  hasMonthlyCommitment: false,
  products: [],
  supportMandatory: true,
  supportEmail: null,
};
