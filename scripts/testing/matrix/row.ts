import type { Actor } from "@/lib/auth/model";
import { applicants, team } from "@/scripts/testing/who";

export const actors = [...team, ...applicants, "the system"] as const;
export type Who = (typeof actors)[number];

/** What is acted on: for an applicant the onboarding it was invited to, or was not. */
export type Target = { id: string };

/** Functions of lib by name, and who gets through. */
export type Rows = Record<
  string,
  {
    call: (actor: Actor, target: Target) => Promise<unknown>;
    may: readonly Who[];
    /** Who is answered, with nothing. */
    told?: readonly Who[];
  }
>;
