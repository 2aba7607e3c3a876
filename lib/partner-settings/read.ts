import "server-only";
import { type Database, db, type Transaction } from "@/db/client";
import { partnerSettings } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { draftDays, secretDays } from "@/lib/retention/model";
import { reviewers } from "@/lib/reviews/assign";
import type { Settings } from "./model";

type Row = typeof partnerSettings.$inferSelect;

export async function getSettings(actor: Actor): Promise<Settings> {
  authorize(actor, "settings.manage");
  const row = await readRow(db);
  return {
    version: row?.version ?? 0,
    defaults: {
      partnerName: row?.partnerName ?? "",
      countryCode: row?.countryCode ?? "US",
      technicalContact: row?.technicalContact ?? "",
      billingContact: row?.billingContact ?? "",
      supportEmail: row?.supportEmail ?? "",
      supportPhoneNumber: row?.supportPhoneNumber ?? "",
      supportContactUrl: row?.supportContactUrl ?? "",
      supportLinkUpdateUrl: row?.supportLinkUpdateUrl ?? "",
      products: row?.products ?? [],
      hasMonthlyCommitment: row?.hasMonthlyCommitment ?? false,
      accountSince: row?.accountSince ?? "",
    },
    welcome: { contactEmail: row?.contactEmail ?? "", greeting: row?.greeting ?? "" },
    retention: {
      draftDays: row?.draftRetentionDays ?? draftDays.usual,
      secretDays: row?.secretRetentionDays ?? secretDays.usual,
    },
    secondPerson: {
      sends: row?.secondPersonSends ?? false,
      enables: row?.secondPersonEnables ?? false,
    },
    people: (await reviewers(db)).length,
  };
}

async function readRow(source: Database | Transaction): Promise<Row | undefined> {
  const [row] = await source.select().from(partnerSettings);
  return row;
}
