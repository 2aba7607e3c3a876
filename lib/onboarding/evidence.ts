import "server-only";
import { createHash } from "node:crypto";
import { type AttestationEvidence, type AttestationText, attestationKinds } from "./model";
import type { Kept } from "./read-kept";

/** The wordings in force, names filled in. */
export function textsOf(
  rows: Kept["texts"],
  names: { partner: string; legalEntityName: string },
): AttestationText[] {
  return attestationKinds.flatMap((kind) => {
    const row = rows.find((text) => text.kind === kind);
    if (!row) return [];
    const { version, title, publishedAt } = row;
    const body = fillIn(row.body, names);
    return [{ kind, version, title, body, publishedAt: new Date(publishedAt).toISOString() }];
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
export function evidenceOf(
  rows: Kept["confirmations"],
  draft: { texts: AttestationText[]; payloadSha256: string | null },
): AttestationEvidence[] {
  return draft.texts.flatMap(({ kind, version }) => {
    const confirmed = rows
      .filter((row) => row.kind === kind)
      .map(({ payloadSha256, confirmedAt, confirmedBy, textVersion }) => ({
        kind,
        confirmedBy,
        confirmedAt: new Date(confirmedAt).toISOString(),
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
