import "server-only";
import type { Database, Transaction } from "@/db/client";
import type { AnswerStep } from "@/lib/onboarding/model";
import { commentsForApplicant } from "./comments-for-applicant";

/** Paths within a section that the latest review asks the customer to change. */
export async function readOpenPaths(
  source: Database | Transaction,
  customerId: string,
  step: AnswerStep,
): Promise<string[]> {
  const comments = await commentsForApplicant(source, customerId);
  return comments.filter((one) => one.latest && one.step === step).map(({ path }) => path);
}
