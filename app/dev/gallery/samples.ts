import type { InstitutionView } from "@/lib/institutions/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { customerStatuses } from "@/lib/statuses/model";

/** 120 letters that no line can break. */
export const LONG_NAME = "Zahlungsverkehrsverwaltungsprogramm".repeat(4).slice(0, 120);

const MINUTE_MS = 60_000;

export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE_MS).toISOString();
}

/** Every status there is, and one that Plaid has not invented yet. */
export const statuses = [...customerStatuses, "PAUSED_BY_REGULATOR"];

export function bank(changes: Partial<InstitutionView> = {}): InstitutionView {
  const status = changes.status ?? "PROCESSING";
  return {
    institutionId: "ins_127989",
    name: "Bank of America",
    status,
    reported: null,
    environments: { production: status },
    statusSince: minutesAgo(600),
    productionEnablementDate: null,
    classicDisablementDate: null,
    errors: [],
    history: [
      { status, source: "webhook", at: minutesAgo(600) },
      { status: "NOT_STARTED", source: "poll", at: minutesAgo(3_000) },
    ],
    ...changes,
  };
}

export const refusal: PlaidProblem = {
  kind: "rejected",
  code: "LOGO_REQUIRED",
  message: "a logo is required for this request",
  requestId: "T3739OvIAI8ssGD",
};
