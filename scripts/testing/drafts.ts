import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries, createAttempts, customers } from "@/db/schema";
import { fieldsOf } from "@/lib/answers/model";
import { newId } from "@/lib/id";
import { attest } from "@/lib/onboarding/attest";
import { type AnswerStep, type Answers, answerSteps, emptyAnswers } from "@/lib/onboarding/model";
import { readState } from "@/lib/onboarding/read-state";
import { type StepInput, saveStep } from "@/lib/onboarding/save-step";
import { startOnboarding } from "@/lib/onboarding/start";
import { submitOnboarding } from "@/lib/onboarding/submit";
import type { Staff } from "./actors";

/** Complete answers under a name nobody else uses. */
export function completeAnswers(companyName = `Harbor ${randomUUID().slice(0, 8)}`): Answers {
  return {
    ...structuredClone(emptyAnswers),
    company: {
      companyName,
      legalEntityName: `${companyName} Inc.`,
      website: "https://harbor.example",
      // Shorter than a company name may be.
      applicationName: companyName.slice(0, 100),
      address: {
        countryCode: "US",
        street: "12 Harbor Street",
        city: "Boston",
        region: "MA",
        postalCode: "02109",
      },
      isDepository: false,
      registrationNumber: "",
    },
    contacts: {
      technical: {
        use: "theirs",
        givenName: "Ana",
        familyName: "Ruiz",
        email: "ana@harbor.example",
      },
      billing: { use: "theirs", givenName: "Bo", familyName: "Li", email: "bo@harbor.example" },
    },
    support: { email: "help@harbor.example", phoneNumber: "", contactUrl: "", linkUpdateUrl: "" },
  };
}

/** A step as somebody saves it who found it empty, unless `options` say what was found. */
export function wholeStep(
  id: string,
  step: AnswerStep,
  answers: object,
  options: Partial<StepInput> = {},
): StepInput {
  return {
    id,
    step,
    base: 0,
    editor: newId("edt"),
    seq: 1,
    patch: fieldsOf(answers),
    continued: true,
    ...options,
  };
}

/** A draft with every answer given and both confirmations made: ready to send. */
export async function readyDraft(actor: Staff, answers = completeAnswers()): Promise<string> {
  const { id } = await startOnboarding(actor);
  for (const step of answerSteps) {
    await saveStep(actor, wholeStep(id, step, answers[step]));
  }
  await confirm(actor, id);
  return id;
}

/** Both confirmations, for the answers as they stand. */
export async function confirm(actor: Staff, id: string): Promise<void> {
  const { sha256 } = await readState(db, id);
  if (!sha256) throw new Error("The answers are incomplete");
  await attest(actor, {
    id,
    dueDiligence: true,
    bankAddendum: true,
    textVersions: { due_diligence: 1, bank_addendum: 1 },
    payloadSha256: sha256,
  });
}

/** A customer Plaid knows, in PENDING_ENABLEMENT unless the emulator was told otherwise. */
export async function sentCustomer(
  actor: Staff,
  answers = completeAnswers(),
): Promise<{ id: string; clientId: string }> {
  const id = await readyDraft(actor, answers);
  const sent = await submitOnboarding(actor, id);
  if (!sent.ok) throw new Error(`The customer was not created: ${sent.error.code}`);
  const { clientId } = await customerRow(id);
  if (!clientId) throw new Error("The customer has no client_id");
  return { id, clientId };
}

export async function customerRow(id: string) {
  const [row] = await db.select().from(customers).where(eq(customers.id, id));
  if (!row) throw new Error(`There is no customer ${id}`);
  return row;
}

export function attemptsOf(id: string) {
  return db.select().from(createAttempts).where(eq(createAttempts.customerId, id));
}

export async function auditOf(id: string): Promise<string[]> {
  const rows = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subject, id))
    .orderBy(auditEntries.seq);
  return rows.map(({ action }) => action);
}
