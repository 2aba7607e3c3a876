import "server-only";
import { Secret, TOTP } from "otpauth";
import { tidy } from "@/lib/values/text";

/** Defaults of every authenticator app: SHA-1, six digits, 30 seconds. */
function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({ issuer: "Vestibule", label, secret: Secret.fromBase32(secret) });
}

/** 160 bits in base32, as people type them into an app. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** Where the secret of an authenticator app is sealed, for `lib/seal`. */
export function totpPlace(factorId: string): string {
  return `second_factors/${factorId}`;
}

/** The six digits as they are compared, or undefined where something else was typed. */
export function readDigits(typed: string): string | undefined {
  const digits = tidy(typed).replaceAll(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** What the QR code says. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/**
 * The time step whose code these digits are, of the current one and its neighbours: clocks differ.
 *
 * @param timestamp milliseconds since 1970.
 */
export function stepOf(secret: string, digits: string, timestamp: number): number | undefined {
  const totp = totpOf(secret);
  const delta = totp.validate({ token: digits, timestamp, window: 1 });
  return delta === null ? undefined : totp.counter({ timestamp }) + delta;
}
