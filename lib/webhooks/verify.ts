import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { decodeProtectedHeader, errors, importJWK, jwtVerify } from "jose";
import { z } from "zod";
import { getWebhookKey } from "@/lib/partner-api/webhook-keys";
import { fail, ok, type Result } from "@/lib/result";

const HEADER_CHARS_MAX = 4_096;
const AGE_MAX_S = 300;
const CLOCK_TOLERANCE_S = 5;

/** What Plaid signed, with proof that it did. */
export type Delivery = {
  /** SHA-256 of the signed part of the token. The signature is left out: it can be rewritten without breaking it. */
  id: string;
  body: Buffer;
  keyId: string;
  signedAt: Date;
};

/** Why a request is not a delivery. The caller answers 401 without saying which. */
export type Rejection = {
  code:
    | "header_missing"
    | "header_malformed"
    | "wrong_algorithm"
    | "unknown_key"
    | "expired_key"
    | "bad_signature"
    | "too_old"
    | "body_changed";
};

const protectedHeader = z.object({ alg: z.string(), kid: z.uuid() });
const claims = z.object({ iat: z.number(), request_body_sha256: z.string() });

/**
 * Proves that Plaid signed exactly these bytes within the last five minutes.
 *
 * @throws PartnerApiError when the key cannot be fetched: answer 503, Plaid delivers again.
 * @see https://plaid.com/docs/api/webhooks/webhook-verification/
 */
export async function verifyDelivery(
  body: Buffer,
  token: string | null,
): Promise<Result<Delivery, Rejection>> {
  if (!token) return fail({ code: "header_missing" });
  const header = readHeader(token);
  if (!header) return fail({ code: "header_malformed" });
  if (header.alg !== "ES256") return fail({ code: "wrong_algorithm" });

  const key = await getWebhookKey(header.kid);
  if (!key || key.kid !== header.kid) return fail({ code: "unknown_key" });
  if (key.expired_at) return fail({ code: "expired_key" });

  try {
    const { payload } = await jwtVerify(token, await importJWK(key, "ES256"), {
      algorithms: ["ES256"],
      maxTokenAge: AGE_MAX_S,
      clockTolerance: CLOCK_TOLERANCE_S,
    });
    const { iat, request_body_sha256 } = claims.parse(payload);
    if (!sameBody(body, request_body_sha256)) return fail({ code: "body_changed" });

    const signedPart = token.slice(0, token.lastIndexOf("."));
    const id = createHash("sha256").update(signedPart).digest("hex");
    return ok({ id, body, keyId: header.kid, signedAt: new Date(iat * 1000) });
  } catch (error) {
    const outOfTime = error instanceof errors.JWTExpired || isFuture(error);
    return fail({ code: outOfTime ? "too_old" : "bad_signature" });
  }
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

function sameBody(body: Buffer, expectedHex: string): boolean {
  const expected = Buffer.from(expectedHex, "hex");
  const actual = createHash("sha256").update(body).digest();
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
