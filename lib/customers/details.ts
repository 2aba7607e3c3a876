import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  answerChanges,
  attestations,
  auditEntries,
  auditPeople,
  createAttempts,
  logos,
  users,
} from "@/db/schema";
import { nameOfActor } from "@/lib/audit/model";
import { actorColumns, ofEntry } from "@/lib/audit/person";
import { authorize } from "@/lib/auth/actor";
import { type Actor, may } from "@/lib/auth/model";
import { attestationKinds } from "@/lib/onboarding/model";
import { payloadSha256 } from "@/lib/onboarding/payload";
import { readState } from "@/lib/onboarding/read-state";
import type { CheckedAnswers } from "@/lib/onboarding/step-checks";
import { asSent } from "./as-sent";
import { maskPeople } from "./mask";
import type { SentDetails, SentSnapshot } from "./model";

/** The answers as they stand and as they were sent. People's details are masked for who may not see them. */
export async function getSentDetails(actor: Actor, customerId: string): Promise<SentDetails> {
  authorize(actor, "customer.read");
  const masked = !may(actor, "contact.read");
  const { answers, checked } = await readState(db, customerId);
  const sent = await readSnapshot(customerId, masked);
  const currentSha256 = sent?.payloadSha256 ?? (checked && payloadSha256(checked));
  const [logo, evidence, recorded] = await Promise.all([
    readLogoFacts(answers.logo.logo),
    readEvidence(customerId, currentSha256),
    readRecorded(customerId),
  ]);
  const shown = checked ? asSent(checked) : answers;
  return { answers: masked ? maskPeople(shown) : shown, masked, logo, evidence, sent, recorded };
}

/** The one submission Plaid took, or may have taken. */
async function readSnapshot(customerId: string, masked: boolean): Promise<SentSnapshot | null> {
  const [attempt] = await db
    .select({
      at: createAttempts.startedAt,
      by: users.name,
      payload: createAttempts.payload,
      payloadSha256: createAttempts.payloadSha256,
      requestId: createAttempts.requestId,
    })
    .from(createAttempts)
    .innerJoin(users, eq(users.id, createAttempts.userId))
    .where(
      and(
        eq(createAttempts.customerId, customerId),
        inArray(createAttempts.state, ["SENDING", "CREATED", "UNKNOWN"]),
      ),
    );
  if (!attempt) return null;
  const { at, payload, ...rest } = attempt;
  // Written by `submitOnboarding`, from answers that were checked.
  const answers = asSent(payload as CheckedAnswers);
  return {
    ...rest,
    at: at.toISOString(),
    answers: masked ? maskPeople(answers) : answers,
    json: masked ? null : JSON.stringify(payload, null, 2),
  };
}

async function readLogoFacts(sha256: string): Promise<SentDetails["logo"]> {
  if (sha256 === "") return null;
  const [logo] = await db
    .select({ sha256: logos.sha256, bytes: sql<number>`octet_length(${logos.png})` })
    .from(logos)
    .where(eq(logos.sha256, sha256));
  return logo ?? null;
}

/** The latest confirmation of each kind. */
async function readEvidence(
  customerId: string,
  currentSha256: string | undefined,
): Promise<SentDetails["evidence"]> {
  const rows = await db
    .selectDistinctOn([attestations.kind], {
      kind: attestations.kind,
      confirmedBy: attestations.userName,
      confirmedAt: attestations.confirmedAt,
      textVersion: attestations.textVersion,
      text: attestations.text,
      payloadSha256: attestations.payloadSha256,
    })
    .from(attestations)
    .where(eq(attestations.customerId, customerId))
    .orderBy(attestations.kind, desc(attestations.confirmedAt));

  return attestationKinds.flatMap((kind) => {
    const row = rows.find((confirmed) => confirmed.kind === kind);
    if (!row) return [];
    const { confirmedAt, payloadSha256: of, ...rest } = row;
    return [
      { ...rest, kind, confirmedAt: confirmedAt.toISOString(), current: of === currentSha256 },
    ];
  });
}

/** The latest recorded change of each field. */
async function readRecorded(customerId: string): Promise<SentDetails["recorded"]> {
  const rows = await db
    .select({
      step: answerChanges.step,
      path: answerChanges.path,
      ...actorColumns,
      at: answerChanges.at,
    })
    .from(auditEntries)
    .leftJoin(auditPeople, ofEntry)
    .innerJoin(
      answerChanges,
      and(
        eq(answerChanges.customerId, auditEntries.subject),
        eq(answerChanges.editor, sql`${auditEntries.details} ->> 'editor'`),
      ),
    )
    .where(
      and(
        eq(auditEntries.subject, customerId),
        eq(auditEntries.action, "customer.change_recorded"),
      ),
    )
    .orderBy(asc(auditEntries.seq));
  return Object.fromEntries(
    rows.map(({ step, path, at, ...actor }) => [
      `${step} ${path}`,
      { by: nameOfActor(actor), at: at.toISOString() },
    ]),
  );
}
