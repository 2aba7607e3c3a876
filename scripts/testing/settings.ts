import type { Defaults } from "@/lib/partner-settings/model";

/** The form as it is found on an empty installation. */
export const noDefaults: Defaults = {
  partnerName: "",
  countryCode: "US",
  technicalContact: "",
  billingContact: "",
  supportEmail: "",
  supportPhoneNumber: "",
  supportContactUrl: "",
  supportLinkUpdateUrl: "",
  products: [],
  hasMonthlyCommitment: false,
  accountSince: "",
};
