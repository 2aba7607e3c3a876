import "server-only";
import { createHash } from "node:crypto";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { z } from "zod";
import type { KeptHeaders, SignatureFacts } from "./model";

const FACT_CHARS_MAX = 100;
const HEADER_CHARS_MAX = 1_000;
const kept = ["content-type", "content-length", "user-agent", "plaid-verification"];

/** PostgreSQL takes neither NUL nor half a surrogate pair. */
const fact = z
  .string()
  .transform((value) => value.replaceAll("\0", "").toWellFormed().slice(0, FACT_CHARS_MAX))
  .optional()
  .catch(undefined);

const said = z.object({ alg: fact, kid: fact, request_body_sha256: fact });
/** Seconds since 1970 that are a date. */
const issued = z.object({ iat: z.number().min(0).max(8.64e12) });

export function sha256(data: Buffer | string): string {
  return createHash("sha256").update(data).digest("hex");
}

/** What a token says of itself, proven or not. */
export function readFacts(
  token: string | null,
  { bodySha256, charsMax }: { bodySha256: string; charsMax: number },
): SignatureFacts {
  const parts = token && token.length <= charsMax ? decode(token) : {};
  const { alg, kid, request_body_sha256: signed } = said.parse(parts);
  const iat = issued.safeParse(parts).data?.iat;
  return {
    receivedAt: new Date().toISOString(),
    bodySha256,
    ...(alg && { algorithm: alg }),
    ...(kid && { keyId: kid }),
    ...(signed && { signedSha256: signed }),
    ...(iat !== undefined && { signedAt: new Date(iat * 1000).toISOString() }),
  };
}

function decode(token: string): Record<string, unknown> {
  const read = (decoder: (text: string) => object) => {
    try {
      return decoder(token);
    } catch {
      return {};
    }
  };
  return { ...read(decodeJwt), ...read(decodeProtectedHeader) };
}

/** Headers that explain a delivery. Cookies and addresses are none of them. */
export function keepHeaders(headers: Headers): KeptHeaders {
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value.slice(0, HEADER_CHARS_MAX)]];
    }),
  );
}
