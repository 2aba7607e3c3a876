import "server-only";
import { timingSafeEqual } from "node:crypto";
import { decodeProtectedHeader, errors, jwtVerify } from "jose";
import { z } from "zod";
import type { WebhookKey } from "@/lib/partner-api/answers";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { getWebhookKey } from "@/lib/partner-api/webhook-keys";
import { fail, ok, type Result } from "@/lib/result";
import { readFacts, sha256 } from "./facts";
import type { RejectionCode, SignatureFacts } from "./model";

const HEADER_CHARS_MAX = 4_096;
const AGE_MAX_S = 300;
const CLOCK_TOLERANCE_S = 5;

/** What Plaid signed, with proof that it did. */
export type Delivery = {
  /** SHA-256 of the signed part of the token. The signature is left out: it can be rewritten without breaking it. */
  id: string;
  body: Buffer;
  bodySha256: string;
  keyId: string;
  signedAt: Date;
};

/** Why a request is not a delivery. The caller answers without saying which. */
export type Rejection = { code: RejectionCode; facts: SignatureFacts };

const protectedHeader = z.object({ alg: z.string(), kid: z.uuid() });
const claims = z.object({ iat: z.number(), request_body_sha256: z.string() });

/**
 * Proves that Plaid signed exactly these bytes within the last five minutes. `key_unavailable` says
 * nothing about the request: answer 503, Plaid delivers again.
 *
 * @see https://plaid.com/docs/api/webhooks/webhook-verification/
 */
export async function verifyDelivery(
  body: Buffer,
  token: string | null,
): Promise<Result<Delivery, Rejection>> {
  const bodySha256 = sha256(body);
  const refuse = (code: RejectionCode) =>
    fail({ code, facts: readFacts(token, { bodySha256, charsMax: HEADER_CHARS_MAX }) });

  if (!token) return refuse("header_missing");
  const header = readHeader(token);
  if (!header) return refuse("header_malformed");
  if (header.alg !== "ES256") return refuse("wrong_algorithm");

  const key = await getWebhookKey(header.kid).catch(notNow);
  if (key === "unavailable") return refuse("key_unavailable");
  if (!key || key.kid !== header.kid) return refuse("unknown_key");
  if (key.expired_at) return refuse("expired_key");

  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ["ES256"],
      maxTokenAge: AGE_MAX_S,
      clockTolerance: CLOCK_TOLERANCE_S,
    });
    const { iat, request_body_sha256 } = claims.parse(payload);
    if (!isSameHash(bodySha256, request_body_sha256)) return refuse("body_changed");

    const id = sha256(token.slice(0, token.lastIndexOf(".")));
    return ok({ id, body, bodySha256, keyId: header.kid, signedAt: new Date(iat * 1000) });
  } catch (error) {
    const outOfTime = error instanceof errors.JWTExpired || isFuture(error);
    return refuse(outOfTime ? "too_old" : "bad_signature");
  }
}

function notNow(error: unknown): WebhookKey | "unavailable" {
  if (error instanceof PartnerApiError) return "unavailable";
  throw error;
}

function readHeader(token: string): z.output<typeof protectedHeader> | undefined {
  if (token.length > HEADER_CHARS_MAX) return undefined;
  try {
    return protectedHeader.safeParse(decodeProtectedHeader(token)).data;
  } catch {
    return undefined;
  }
}

function isFuture(error: unknown): boolean {
  return error instanceof errors.JWTClaimValidationFailed && error.claim === "iat";
}

function isSameHash(actualHex: string, expectedHex: string): boolean {
  const [actual, expected] = [actualHex, expectedHex].map((hex) => Buffer.from(hex, "hex"));
  if (!actual || !expected) return false;
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
