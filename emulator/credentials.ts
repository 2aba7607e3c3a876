import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { PlaidFailure } from "./errors";
import { isAbsent, isObject, missingFields } from "./fields";
import type { Environment } from "./model";
import type { Store } from "./store";

export type Credentials = { client_id: string; secret: string };
type Caller = "partner" | "end-customer";

/** Rule C3: each credential from its header, else from the body. */
export function readCredentials(headers: IncomingHttpHeaders, body: unknown): Partial<Credentials> {
  const given = isObject(body) ? body : {};
  const client_id = headers["plaid-client-id"] ?? given.client_id;
  const secret = headers["plaid-secret"] ?? given.secret;
  return {
    ...(!isAbsent(client_id) && client_id !== "" && { client_id: String(client_id) }),
    ...(!isAbsent(secret) && secret !== "" && { secret: String(secret) }),
  };
}

/** Rules C3 and C4: the end customers' own keys are known, but may not use partner routes. */
export function identify(
  store: Store,
  partner: Credentials,
  environment: Environment,
  given: Partial<Credentials>,
): Caller {
  const { client_id, secret } = given;
  if (client_id === undefined || secret === undefined) {
    throw missingFields([
      ...(client_id === undefined ? ["client_id"] : []),
      ...(secret === undefined ? ["secret"] : []),
    ]);
  }
  if (client_id === partner.client_id && sameText(secret, partner.secret)) return "partner";

  const customer = store.customers.get(client_id);
  if (!customer || !sameText(secret, customer.secrets[environment])) {
    throw new PlaidFailure("INVALID_API_KEYS");
  }
  return "end-customer";
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
