import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries, createAttempts, customers } from "@/db/schema";
import { attest } from "@/lib/onboarding/attest";
import { answerSteps } from "@/lib/onboarding/model";
import { payloadSha256, readDraft } from "@/lib/onboarding/payload";
import { type StepInput, saveStep } from "@/lib/onboarding/save-step";
import { type Answers, emptyAnswers } from "@/lib/onboarding/schema";
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
      applicationName: companyName,
      address: {
        countryCode: "US",
        street: "12 Harbor Street",
        city: "Boston",
        region: "MA",
        postalCode: "02109",
      },
      registrationNumber: "",
    },
    contacts: {
      technical: { givenName: "Ana", familyName: "Ruiz", email: "ana@harbor.example" },
      billing: { givenName: "Bo", familyName: "Li", email: "bo@harbor.example" },
    },
    support: { email: "help@harbor.example", phoneNumber: "", contactUrl: "", linkUpdateUrl: "" },
  };
}

/** A draft with every answer given and both confirmations made: ready to send. */
export async function readyDraft(actor: Staff, answers = completeAnswers()): Promise<string> {
  const { id } = await startOnboarding(actor);
  for (const step of answerSteps) {
    // Step and answers are of one key, which a loop cannot tell the compiler.
    await saveStep(actor, { id, step, answers: answers[step], version: 0 } as StepInput);
  }
  const { checked } = await readDraft(db, id);
  if (!checked) throw new Error("The answers are incomplete");
  await attest(actor, {
    id,
    dueDiligence: true,
    bankAddendum: true,
    textVersions: { due_diligence: 1, bank_addendum: 1 },
    payloadSha256: payloadSha256(checked),
  });
  return id;
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
