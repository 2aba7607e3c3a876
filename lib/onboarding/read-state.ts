import "server-only";
import type { Database, Transaction } from "@/db/client";
import { tidy } from "@/lib/values/text";
import { isAttested, readEvidence, readTexts } from "./evidence";
import { answerSteps, type Gap } from "./model";
import { nameWarnings } from "./name-twins";
import { readPartner } from "./partner";
import { payloadSha256, readDraft } from "./payload";
import { readAttempts, standingRefusal, wasAskedForAssets } from "./refusal";

/** A draft with everything that decides whether it may be sent. */
export async function readState(source: Database | Transaction, customerId: string) {
  const attempts = await readAttempts(source, customerId);
  const settings = await readPartner(source);
  const partner = {
    ...settings,
    hasMonthlyCommitment: settings.hasMonthlyCommitment || wasAskedForAssets(attempts),
  };
  const draft = await readDraft(source, customerId, partner);
  const twins = await nameWarnings(source, { id: customerId, ...draft.answers.company });
  const { company } = draft.checks;
  const checks = {
    ...draft.checks,
    company: { ...company, warnings: { ...company.warnings, ...twins } },
  };
  const gaps = answerSteps.flatMap((step): Gap[] =>
    Object.keys(draft.checks[step].errors).map((path) => ({ step, path })),
  );
  const sha256 = draft.checked ? payloadSha256(draft.checked) : null;
  const legalEntityName = tidy(draft.answers.company.legalEntityName) || "the end customer";
  const texts = await readTexts(source, { partner: partner.partnerName, legalEntityName });
  const evidence = await readEvidence(source, { customerId, texts, payloadSha256: sha256 });
  const attested = isAttested(texts, evidence);
  const refusal = standingRefusal(attempts, checks);
  return {
    ...draft,
    checks,
    partner,
    gaps,
    incomplete: answerSteps.filter((step) => gaps.some((gap) => gap.step === step)),
    sha256,
    texts,
    evidence,
    attested,
    refusal,
    status: statusOf({ refused: refusal !== null, ready: attested && gaps.length === 0 }),
  };
}

/** Of a draft: what was refused stays so until it is put right. */
export function statusOf({ refused, ready }: { refused: boolean; ready: boolean }): string {
  if (refused) return "SUBMIT_FAILED";
  return ready ? "READY" : "DRAFT";
}
