import { createHash, createPrivateKey, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import type { Environment, SigningKey } from "./model";
import type { Store } from "./store";

export type SignatureOverrides = {
  claims?: Record<string, unknown> | undefined;
  header?: Record<string, unknown> | undefined;
};

function newSigningKey(environment: Environment): SigningKey {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    kid: randomUUID(),
    environment,
    private_jwk: privateKey.export({ format: "jwk" }),
    created_at: unixSeconds(),
    expired_at: null,
  };
}

/** The members of the published example in its order. */
export function publicJwk({ kid, private_jwk, created_at, expired_at }: SigningKey) {
  const { crv, kty, x, y } = private_jwk;
  return { alg: "ES256", created_at, crv, expired_at, kid, kty, use: "sig", x, y };
}

/** The newest key of an environment signs; older ones stay readable. */
export function currentKey(store: Store, environment: Environment): SigningKey {
  const key = store.keys.all().findLast((candidate) => candidate.environment === environment);
  if (key) return key;

  const created = newSigningKey(environment);
  store.keys.put(created.kid, created);
  return created;
}

export function rotateKey(store: Store, environment: Environment, expireOld: boolean): SigningKey {
  if (expireOld) {
    for (const key of store.keys.all()) {
      if (key.environment !== environment || key.expired_at !== null) continue;
      store.keys.put(key.kid, { ...key, expired_at: unixSeconds() });
    }
  }
  const created = newSigningKey(environment);
  store.keys.put(created.kid, created);
  return created;
}

/** The `Plaid-Verification` header for exactly this body. An override of undefined drops a member. */
export function signBody(key: SigningKey, raw: string, overrides: SignatureOverrides = {}): string {
  const header = { alg: "ES256", kid: key.kid, typ: "JWT", ...overrides.header };
  const claims = {
    iat: unixSeconds(),
    request_body_sha256: createHash("sha256").update(raw).digest("hex"),
    ...overrides.claims,
  };
  const input = `${encode(header)}.${encode(claims)}`;
  const signature = sign("sha256", Buffer.from(input), {
    key: createPrivateKey({ key: key.private_jwk, format: "jwk" }),
    dsaEncoding: "ieee-p1363",
  });
  return `${input}.${signature.toString("base64url")}`;
}

/** The same token with the last byte of its signature changed. */
export function spoilSignature(token: string): string {
  const [header, claims, signature] = token.split(".");
  const bytes = Buffer.from(signature ?? "", "base64url");
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  return `${header}.${claims}.${bytes.toString("base64url")}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function unixSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
