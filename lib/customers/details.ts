import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { attestations, logos } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import { type Actor, may } from "@/lib/auth/model";
import { type AttestationEvidence, attestationKinds } from "@/lib/onboarding/model";
import { payloadSha256 } from "@/lib/onboarding/payload";
import { readState } from "@/lib/onboarding/read-state";
import { asSent } from "./as-sent";
import { maskPeople } from "./mask";
import type { SentDetails } from "./model";

/** The answers as they were sent, or as they stand in the draft. People's details are masked for who may not see them. */
export async function getSentDetails(actor: Actor, customerId: string): Promise<SentDetails> {
  authorize(actor, "customer.read");
  const { answers, checked } = await readState(db, customerId);
  const [logo, evidence] = await Promise.all([
    readLogoFacts(answers.logo.logo),
    readEvidence(customerId, checked && payloadSha256(checked)),
  ]);
  const masked = !may(actor, "contact.read");
  const shown = checked ? asSent(checked) : answers;
  return { answers: masked ? maskPeople(shown) : shown, masked, logo, evidence };
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
): Promise<AttestationEvidence[]> {
  const rows = await db
    .selectDistinctOn([attestations.kind], {
      kind: attestations.kind,
      confirmedBy: attestations.userName,
      confirmedAt: attestations.confirmedAt,
      textVersion: attestations.textVersion,
      payloadSha256: attestations.payloadSha256,
    })
    .from(attestations)
    .where(eq(attestations.customerId, customerId))
    .orderBy(attestations.kind, desc(attestations.confirmedAt));

  return attestationKinds.flatMap((kind) => {
    const row = rows.find((confirmed) => confirmed.kind === kind);
    if (!row) return [];
    const { confirmedBy, confirmedAt, textVersion } = row;
    const current = row.payloadSha256 === currentSha256;
    return [{ kind, confirmedBy, confirmedAt: confirmedAt.toISOString(), textVersion, current }];
  });
}
