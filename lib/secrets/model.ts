import type { SignInAgain } from "@/lib/auth/model";
import titles from "@/lib/languages/messages/en/staff/secretKinds.json";
import type { TooMany } from "@/lib/rate-limits/model";

export const secretKinds = ["sandbox", "production"] as const;
export type SecretKind = (typeof secretKinds)[number];

export const secretTitles: Record<SecretKind, string> = titles;

/** For this long after a secret was shown, the same session or device can open it again. */
export const GRACE_MINUTES = 10;

/** Where a secret is, without the secret. Instants are ISO 8601. */
export type SecretView = { kind: SecretKind } & (
  | { state: "held"; receivedAt: string; pasted: boolean; deletedAt: string }
  /** A hand-over link that was not used yet leads to it. */
  | { state: "promised"; recipient: string; expiresAt: string }
  /** Shown, and not yet deleted. `yours`: this reader's session can open it again. */
  | { state: "open"; until: string; yours: boolean; revealedBy: string }
  /** `revealedFrom` is an IP address. */
  | { state: "revealed"; at: string; revealedBy: string; revealedFrom: string }
  | { state: "handed_over"; at: string; recipient: string }
  /** Deleted unseen after the time secrets are kept. */
  | { state: "expired"; at: string }
  /** Plaid's answer never arrived, or the customer was created elsewhere. */
  | { state: "not_held" }
);

/** `until`: ISO 8601, when the value is deleted unless it is said to be stored before. */
export type Revealed = { secret: string; until: string };

export type RevealError =
  | SignInAgain
  | { code: "not_held" }
  | TooMany
  /** A link leads to it: revoke that first. */
  | { code: "promised" }
  /** The key it was sealed with is not in `SECRETS_KEYS`, or the value was changed. */
  | { code: "not_openable" };

export type PasteError =
  | { code: "not_found" }
  /** There is one already. */
  | { code: "held" }
  | { code: "malformed" }
  /** It is the customer's client_id, or the reseller's own secret. */
  | { code: "other_value" };
