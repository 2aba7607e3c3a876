import { z } from "zod/mini";

const EMAIL_MAX = 254;

/** Compared in lower case; an address with anything but plain ASCII is none we know. */
export const emailSchema = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(EMAIL_MAX), z.email());

export const signInSchema = z.object({ email: emailSchema });

/** Where a person stands on the sign-in page. */
export type SignInState =
  | { step: "ask" }
  | { step: "malformed"; email: string }
  | { step: "too_many"; email: string; retryAfterS: number }
  | { step: "sent"; address: string };
