import type { PlaidProblem } from "@/lib/partner-api/model";
import { addressOf, type Period, readCursor, readParameter, readPeriod } from "@/lib/period/model";

/** Why a request to the webhook address proved nothing. */
export const rejectionCodes = [
  "header_missing",
  "header_malformed",
  "wrong_algorithm",
  "unknown_key",
  "key_unavailable",
  "expired_key",
  "bad_signature",
  "too_old",
  "body_changed",
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** Rejections that a genuine signature came with: the trouble is on our side of the wire. */
export const ourTrouble: readonly RejectionCode[] = ["too_old", "body_changed"];

/** What a token said of itself, as far as it could be read. Times are ISO 8601. */
export type SignatureFacts = {
  algorithm?: string;
  keyId?: string;
  signedAt?: string;
  /** By this server's clock. */
  receivedAt: string;
  /** What was signed, and what came. */
  signedSha256?: string;
  bodySha256: string;
};

/** Headers worth looking at, cut to a bearable length. */
export type KeptHeaders = Record<string, string>;

/** What a delivery changed at one bank. */
export type BankEffect = {
  institutionId: string;
  name: string;
  /** Null where Plaid had not named the bank before. */
  from: string | null;
  to: string;
  /** Plaid's words. */
  errorsAdded: string[];
};

/** What came of a delivery. `duplicate` came more than once, whatever else came of it. */
export const verdicts = [
  "verified",
  "rejected",
  "duplicate",
  "stale",
  "failed",
  "orphan",
  "unhandled",
  "waiting",
] as const;
type Verdict = (typeof verdicts)[number];

export type WebhookFilter = Period & {
  verdict: Verdict | null;
  clientId: string | null;
  institutionId: string | null;
  /** Opaque keyset cursor. */
  after: string | null;
};

export function readWebhookFilter(query: Parameters<typeof readPeriod>[0]): WebhookFilter {
  return {
    ...readPeriod(query),
    verdict: verdicts.find((one) => one === readParameter(query, "verdict")) ?? null,
    clientId: readParameter(query, "client"),
    institutionId: readParameter(query, "bank"),
    after: readCursor(query),
  };
}

/** The address of a filtered log. */
export function webhooksAddress(filter: Partial<WebhookFilter>, live = true): string {
  const { verdict, clientId, institutionId, from, until, after } = filter;
  const values = { verdict, client: clientId, bank: institutionId, from, until, after };
  return addressOf("/admin/webhooks", {
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null])),
    live: live ? null : "off",
  });
}

type Customer = { id: string; companyName: string };

/** One line of the log. Times are ISO 8601. */
export type WebhookRow = {
  id: string;
  at: string;
  verdict: Exclude<Verdict, "duplicate">;
  attempts: number;
  /** Of a rejected one. */
  cause: RejectionCode | null;
  clientId: string | null;
  customer: Customer | null;
  bank: string | null;
  status: string | null;
  /** From its arrival until the bank grid had it. */
  doneAfterMs: number | null;
};

export type WebhookPage = { rows: WebhookRow[]; next: string | null };

/** One request to the webhook address with all that is known of it. */
export type WebhookView = WebhookRow & {
  lastReceivedAt: string | null;
  body: {
    /** As text; null once it was deleted for its age. */
    raw: string | null;
    /** Indented, where it is JSON. */
    pretty: string | null;
    bytes: number | null;
    /** Only the beginning was kept. */
    cut: boolean;
  };
  headers: KeptHeaders;
  facts: SignatureFacts;
  /** Null while it waits, and of one that was rejected. */
  effect: BankEffect[] | null;
  failures: number;
  lastFailure: string | null;
  replayedAt: string | null;
};

export const replayable = ["verified", "stale", "failed", "orphan", "waiting"] as const;

export function mayReplay({ verdict }: Pick<WebhookRow, "verdict">): boolean {
  return replayable.some((one) => one === verdict);
}

/** Replays of one press; the rest takes another. */
export const REPLAYS_MAX = 1_000;

/** How far a replay of many has come. */
export type ReplayView = {
  id: string;
  startedAt: string;
  total: number;
  /** Due, and not looked at yet. */
  waiting: number;
  done: number;
  orphans: number;
  failed: number;
};

export type ReplayError =
  | { code: "not_found" | "not_replayable" | "customer_unknown" | "sign_in_again" | "nothing" }
  | { code: "refused"; problem: PlaidProblem };

/** What verification looks at, in its order. */
const verificationSteps = [
  "header",
  "token",
  "algorithm",
  "key",
  "expiry",
  "signature",
  "age",
  "body",
] as const;
export type VerificationStep = (typeof verificationSteps)[number];

const failsAt: Record<RejectionCode, VerificationStep> = {
  header_missing: "header",
  header_malformed: "token",
  wrong_algorithm: "algorithm",
  unknown_key: "key",
  key_unavailable: "key",
  expired_key: "expiry",
  bad_signature: "signature",
  too_old: "age",
  body_changed: "body",
};

export type StepOutcome = "passed" | "failed" | "not_reached";

/** How far verification came; everything passed where there is no cause. */
export function checklist(cause: RejectionCode | null) {
  const end = cause ? verificationSteps.indexOf(failsAt[cause]) : verificationSteps.length;
  return verificationSteps.map((step, at): { step: VerificationStep; outcome: StepOutcome } => ({
    step,
    outcome: at < end ? "passed" : at === end ? "failed" : "not_reached",
  }));
}
