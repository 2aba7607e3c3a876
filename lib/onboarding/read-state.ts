import "server-only";
import type { Database, Transaction } from "@/db/client";
import { isAttested, readEvidence, readTexts } from "./evidence";
import { type AnswerStep, answerSteps, type PartnerDefaults } from "./model";
import { readPartner } from "./partner";
import { payloadSha256, readDraft } from "./payload";
import { productsSchemaFor, stepSchemas, tidy } from "./schema";

/** What a step's answers must pass with this partner. */
export function schemaOf(step: AnswerStep, partner: PartnerDefaults) {
  if (step !== "products") return stepSchemas[step];
  return productsSchemaFor({ amountRequired: partner.hasMonthlyCommitment });
}

/** A draft with everything that decides whether it may be sent. */
export async function readState(source: Database | Transaction, customerId: string) {
  const partner = await readPartner(source);
  const { answers, versions, checked } = await readDraft(source, customerId);
  const incomplete = answerSteps.filter(
    (step) => !schemaOf(step, partner).safeParse(answers[step]).success,
  );
  const sha256 = checked && incomplete.length === 0 ? payloadSha256(checked) : null;
  const legalEntityName = tidy(answers.company.legalEntityName) || "the end customer";
  const texts = await readTexts(source, { partner: partner.partnerName, legalEntityName });
  const evidence = await readEvidence(source, { customerId, texts, payloadSha256: sha256 });
  const attested = isAttested(texts, evidence);
  return { partner, answers, versions, checked, incomplete, sha256, texts, evidence, attested };
}
