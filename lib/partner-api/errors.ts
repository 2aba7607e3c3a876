import "server-only";
import { z } from "zod";
import type { PlaidProblem } from "@/lib/partner-api/model";

/**
 * A failed call of the Partner API, reduced to what may be kept and shown: the SDK's own error
 * carries the credentials and the request in its properties, so it is dropped, not chained.
 *
 * - `rejected`: Plaid answered no; sending the same again changes nothing.
 * - `rate_limited`, `not_sent`: certainly not applied; may be sent again.
 * - `unavailable`: no usable answer; whether it was applied is unknown.
 */
export class PartnerApiError extends Error {
  override readonly name = "PartnerApiError";
  readonly kind: PlaidProblem["kind"];
  /** Plaid's `error_type`, or null when the failure is ours to name. */
  readonly type: string | null;
  /** Plaid's `error_code`, stable enough to branch on, or our own word for a missing answer. */
  readonly code: string;
  /** Plaid's `error_message`: for developers, not stable. */
  readonly detail: string;
  readonly httpStatus: number | null;
  /** Quote this to Plaid's support. */
  readonly requestId: string | null;

  constructor(fields: Omit<PartnerApiError, keyof Error | "toProblem">) {
    super(`Partner API ${fields.kind}: ${fields.code}`);
    this.kind = fields.kind;
    this.type = fields.type;
    this.code = fields.code;
    this.detail = fields.detail;
    this.httpStatus = fields.httpStatus;
    this.requestId = fields.requestId;
  }

  toProblem(): PlaidProblem {
    return { kind: this.kind, code: this.code, message: this.detail, requestId: this.requestId };
  }
}

const answered = z.object({
  response: z.object({
    status: z.number(),
    data: z.object({
      error_type: z.string(),
      error_code: z.string(),
      error_message: z.string().catch(""),
      request_id: z.string().nullish().catch(null),
    }),
  }),
});
const unreadable = z.object({ response: z.object({ status: z.number() }) });
const unanswered = z.object({ code: z.string() });

/** Codes of Node's that mean the connection was never made, so nothing can have been applied. */
const neverConnected = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"];

export function toPartnerApiError(failure: unknown): PartnerApiError {
  if (failure instanceof PartnerApiError) return failure;

  const answer = answered.safeParse(failure);
  if (answer.success) {
    const { status, data } = answer.data.response;
    return new PartnerApiError({
      kind:
        status === 429
          ? "rate_limited"
          : status >= 500 || status < 400
            ? "unavailable"
            : "rejected",
      type: data.error_type,
      code: data.error_code,
      detail: data.error_message,
      httpStatus: status,
      requestId: data.request_id ?? null,
    });
  }

  const odd = unreadable.safeParse(failure);
  if (odd.success) return silence("unavailable", "UNREADABLE_ANSWER", odd.data.response.status);

  const cut = unanswered.safeParse(failure);
  const code = cut.success ? cut.data.code : "UNEXPECTED";
  if (neverConnected.includes(code)) return silence("not_sent", code, null);
  const timedOut = ["ECONNABORTED", "ETIMEDOUT", "ERR_CANCELED"].includes(code);
  return silence("unavailable", timedOut ? "TIMEOUT" : code, null);
}

/** No answer of Plaid's own, or none that can be read. */
export function silence(
  kind: "not_sent" | "unavailable",
  code: string,
  httpStatus: number | null,
): PartnerApiError {
  return new PartnerApiError({ kind, type: null, code, detail: "", httpStatus, requestId: null });
}
