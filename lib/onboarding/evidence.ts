import "server-only";
import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { attestations, attestationTexts } from "@/db/schema";
import { type AttestationEvidence, type AttestationText, attestationKinds } from "./model";

/** The newest wording of each kind, names filled in. */
export async function readTexts(
  source: Database | Transaction,
  names: { partner: string; legalEntityName: string },
): Promise<AttestationText[]> {
  const rows = await source
    .selectDistinctOn([attestationTexts.kind], {
      kind: attestationTexts.kind,
      version: attestationTexts.version,
      title: attestationTexts.title,
      body: attestationTexts.body,
      publishedAt: attestationTexts.publishedAt,
    })
    .from(attestationTexts)
    .orderBy(attestationTexts.kind, desc(attestationTexts.version));

  return attestationKinds.flatMap((kind) => {
    const row = rows.find((text) => text.kind === kind);
    if (!row) return [];
    const { version, title, publishedAt } = row;
    const body = fillIn(row.body, names);
    return [{ kind, version, title, body, publishedAt: publishedAt.toISOString() }];
  });
}

/** One pass, so that a name like `{partner}` stays as it is. `Inc.` at the end of a sentence ends it. */
export function fillIn(body: string, names: { partner: string; legalEntityName: string }): string {
  return body.replaceAll(/\{(partner|legalEntityName)\}(\.?)/g, (_, which, stop) => {
    const name = which === "partner" ? names.partner : names.legalEntityName;
    return name.endsWith(".") ? name : name + stop;
  });
}

/** Per kind the confirmation that counts now, else the latest one. */
export async function readEvidence(
  source: Database | Transaction,
  draft: { customerId: string; texts: AttestationText[]; payloadSha256: string | null },
): Promise<AttestationEvidence[]> {
  const rows = await source
    .select({
      kind: attestations.kind,
      confirmedBy: attestations.userName,
      confirmedAt: attestations.confirmedAt,
      textVersion: attestations.textVersion,
      payloadSha256: attestations.payloadSha256,
    })
    .from(attestations)
    .where(eq(attestations.customerId, draft.customerId))
    .orderBy(desc(attestations.confirmedAt), desc(attestations.id));

  return draft.texts.flatMap(({ kind, version }) => {
    const confirmed = rows
      .filter((row) => row.kind === kind)
      .map(({ payloadSha256, confirmedAt, confirmedBy, textVersion }) => ({
        kind,
        confirmedBy,
        confirmedAt: confirmedAt.toISOString(),
        textVersion,
        current: payloadSha256 === draft.payloadSha256 && textVersion === version,
      }));
    return confirmed.find(({ current }) => current) ?? confirmed[0] ?? [];
  });
}

export function isAttested(texts: AttestationText[], evidence: AttestationEvidence[]): boolean {
  return (
    texts.length === attestationKinds.length &&
    evidence.length === texts.length &&
    evidence.every(({ current }) => current)
  );
}

export function textSha256(text: AttestationText): string {
  return createHash("sha256").update(text.body).digest("hex");
}
