import "server-only";
import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import { type AnswerStep, answerSteps } from "@/lib/onboarding/model";
import { openLinkOf, type Submission } from "./lock-review";

/** Sections whoever handed the answers in can change: a customer only its own, a colleague all. */
export async function askedOf(
  source: Database | Transaction,
  customerId: string,
  submission: Submission,
): Promise<AnswerStep[]> {
  if (!openLinkOf(submission)) return [...answerSteps];
  const [customer] = await source
    .select({ fillers: customers.fillers })
    .from(customers)
    .where(eq(customers.id, customerId));
  return answerSteps.filter((step) => (customer?.fillers[step] ?? "us") !== "us");
}
