import "server-only";
import type { GetColumnData } from "drizzle-orm";
import { cache } from "react";
import { type Database, db, type Transaction } from "@/db/client";
import { partnerSettings } from "@/db/schema";
import { SUPPORT_MANDATORY_AFTER } from "@/lib/partner-settings/model";
import type { PartnerDefaults } from "./model";

/** Shown until an administrator has entered the partner's own details. */
const unknownPartner: PartnerDefaults = {
  partnerName: "our company",
  countryCode: "US",
  technicalContact: null,
  billingContact: null,
  hasMonthlyCommitment: false,
  products: [],
  supportMandatory: true,
  supportEmail: null,
};

export const partnerColumns = {
  partnerName: partnerSettings.partnerName,
  countryCode: partnerSettings.countryCode,
  technicalContact: partnerSettings.technicalContact,
  billingContact: partnerSettings.billingContact,
  hasMonthlyCommitment: partnerSettings.hasMonthlyCommitment,
  products: partnerSettings.products,
  supportEmail: partnerSettings.supportEmail,
  accountSince: partnerSettings.accountSince,
};

type PartnerRow = { [K in keyof typeof partnerColumns]: GetColumnData<(typeof partnerColumns)[K]> };

export async function readPartner(source: Database | Transaction): Promise<PartnerDefaults> {
  return partnerFrom(await source.select(partnerColumns).from(partnerSettings));
}

export function partnerFrom([partner]: PartnerRow[]): PartnerDefaults {
  if (!partner) return unknownPartner;
  const { accountSince, ...details } = partner;
  return {
    ...details,
    partnerName: details.partnerName ?? unknownPartner.partnerName,
    supportMandatory: accountSince === null || accountSince > SUPPORT_MANDATORY_AFTER,
  };
}

/** Which acts want two people. */
export async function secondPerson(
  source: Database | Transaction,
): Promise<{ sends: boolean; enables: boolean }> {
  const [partner] = await source
    .select({
      sends: partnerSettings.secondPersonSends,
      enables: partnerSettings.secondPersonEnables,
    })
    .from(partnerSettings);
  return partner ?? { sends: false, enables: false };
}

/** For the frame and the titles of every page, signed in or not; null until it has been entered. */
export const partnerName = cache(async (): Promise<string | null> => {
  const [partner] = await db.select({ name: partnerSettings.partnerName }).from(partnerSettings);
  return partner?.name ?? null;
});
