import { createTranslator } from "use-intl/core";
import { textsOf } from "@/lib/languages/catalogues";
import type { Defaults } from "@/lib/partner-settings/model";

/** Says what is wrong with what somebody typed. */
export const sayWrong = createTranslator({ ...textsOf("en"), namespace: "settings.errors" });

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
