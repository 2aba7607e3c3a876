import { db } from "@/db/client";
import { partnerSettings } from "@/db/schema";
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

export async function settingsRow() {
  const [row] = await db.select().from(partnerSettings);
  return row;
}
