import { z } from "zod";
import { partnerErrorCodes } from "./errors";

const apiKinds = [
  "latency",
  "429",
  "500",
  "503",
  "drop-before",
  "drop-after-commit",
  "malformed",
  "html-502",
  "hang",
] as const;

const webhookKinds = [
  "duplicate",
  "reorder",
  "delay",
  "drop",
  "bad-signature",
  "stale-iat",
  "wrong-env-kid",
  "4-space",
] as const;

const common = { ms: z.number().min(0).optional(), times: z.int().min(1).optional() };

const call = {
  endpoint: z.string().regex(/^(\*|\/.*)$/, 'must be a path, "*" or "webhook"'),
  ...common,
  /** Whether the call takes effect before it fails; each kind has its usual value. */
  applied: z.boolean().optional(),
  /** Only calls whose body holds this text: other callers are left in peace. */
  containing: z.string().min(1).optional(),
};

const apiFault = z.discriminatedUnion("kind", [
  z.strictObject({ ...call, kind: z.enum(apiKinds) }),
  z.strictObject({ ...call, kind: z.literal("partner-error"), code: z.enum(partnerErrorCodes) }),
]);

const webhookFault = z.strictObject({
  endpoint: z.literal("webhook"),
  kind: z.enum(webhookKinds),
  ...common,
});

export const faultListSchema = z.array(z.union([webhookFault, apiFault]));

export type ApiFault = z.infer<typeof apiFault>;
export type WebhookFault = z.infer<typeof webhookFault>;
/** Waiting before the call takes effect, waiting before its answer, and how it fails. */
type ApiFaults = { waitBeforeMs: number; waitAfterMs: number; fault: ApiFault | undefined };
export type Faults = ReturnType<typeof createFaults>;

/** Kept in memory on purpose: a restarted emulator is a healthy one. */
export function createFaults() {
  let faults: (ApiFault | WebhookFault)[] = [];

  function use<T extends ApiFault | WebhookFault>(fault: T): T {
    if (fault.times !== undefined) {
      fault.times -= 1;
      if (fault.times === 0) faults = faults.filter((other) => other !== fault);
    }
    return fault;
  }

  return {
    list: () => faults,
    replace(list: (ApiFault | WebhookFault)[]): void {
      faults = list.map((fault) => ({ ...fault }));
    },
    /** Every delay counts; of the ways to fail the first one listed is taken. */
    takeForApi(path: string, body: string): ApiFaults {
      const matching = faults
        .filter(isApiFault)
        .filter(({ endpoint }) => endpoint === "*" || endpoint === path)
        .filter(({ containing }) => containing === undefined || body.includes(containing));
      const delays = matching.filter(({ kind }) => kind === "latency").map(use);
      const failure = matching.find(({ kind }) => kind !== "latency");
      return {
        waitBeforeMs: totalMs(delays.filter(({ applied }) => applied === false)),
        waitAfterMs: totalMs(delays.filter(({ applied }) => applied !== false)),
        fault: failure && use(failure),
      };
    },
    takeForWebhook: () => faults.filter(isWebhookFault).map(use),
  };
}

function isWebhookFault(fault: ApiFault | WebhookFault): fault is WebhookFault {
  return fault.endpoint === "webhook";
}

function isApiFault(fault: ApiFault | WebhookFault): fault is ApiFault {
  return !isWebhookFault(fault);
}

function totalMs(delays: ApiFault[]): number {
  return delays.reduce((sum, { ms }) => sum + (ms ?? 0), 0);
}
