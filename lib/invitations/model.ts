import type { AnswerStep } from "@/lib/onboarding/model";

/** Who is asked for a section. */
export type Filler = "us" | "customer" | "either";

export type Fillers = Partial<Record<AnswerStep, Filler>>;

export type Language = "en" | "es" | "fr";

export type InviteProblem =
  | { code: "not_found" }
  | { code: "already_sent"; status: string }
  /** Its answers were handed in and wait for a decision. */
  | { code: "in_review" };
