import "server-only";
import type { Database, Transaction } from "@/db/client";
import { tidy } from "@/lib/values/text";
import { isAttested, readEvidence, readTexts } from "./evidence";
import { answerSteps, type Gap } from "./model";
import { nameWarnings } from "./name-twins";
import { readPartner } from "./partner";
import { payloadSha256, readDraft } from "./payload";

/** A draft with everything that decides whether it may be sent. */
export async function readState(source: Database | Transaction, customerId: string) {
  const partner = await readPartner(source);
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
  return {
    ...draft,
    checks,
    partner,
    gaps,
    incomplete: answerSteps.filter((step) => gaps.some((gap) => gap.step === step)),
    sha256,
    texts,
    evidence,
    attested: isAttested(texts, evidence),
  };
}
