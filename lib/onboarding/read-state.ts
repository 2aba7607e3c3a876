import "server-only";
import type { Database, Transaction } from "@/db/client";
import { tidy } from "@/lib/values/text";
import { evidenceOf, isAttested, textsOf } from "./evidence";
import { answerSteps, type Gap } from "./model";
import { nameWarnings } from "./name-twins";
import { partnerFrom } from "./partner";
import { draftOf, payloadSha256 } from "./payload";
import { type Kept, readKept } from "./read-kept";
import { standingRefusal, wasAskedForAssets } from "./refusal";

/** A draft with everything that decides whether it may be sent, and names that others have too. */
export async function readState(source: Database | Transaction, customerId: string) {
  const state = stateOf(await readKept(source, customerId));
  const { company } = state.checks;
  const twins = await nameWarnings(source, { id: customerId, ...state.answers.company });
  const warnings = { ...company.warnings, ...twins };
  return { ...state, checks: { ...state.checks, company: { ...company, warnings } } };
}

/** What is kept of a draft, checked. */
export function stateOf({ steps, attempts, confirmations, ...kept }: Kept) {
  const settings = partnerFrom(kept.partner);
  const partner = {
    ...settings,
    hasMonthlyCommitment: settings.hasMonthlyCommitment || wasAskedForAssets(attempts),
  };
  const draft = draftOf(steps, partner);
  const { checks } = draft;
  const gaps = answerSteps.flatMap((step): Gap[] =>
    Object.keys(checks[step].errors).map((path) => ({ step, path })),
  );
  const sha256 = draft.checked ? payloadSha256(draft.checked) : null;
  const legalEntityName = tidy(draft.answers.company.legalEntityName) || "the end customer";
  const texts = textsOf(kept.texts, { partner: partner.partnerName, legalEntityName });
  const evidence = evidenceOf(confirmations, { texts, payloadSha256: sha256 });
  const attested = isAttested(texts, evidence);
  const refusal = standingRefusal(attempts, checks);
  return {
    ...draft,
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
