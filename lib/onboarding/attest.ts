import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { attestations, customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor, StaffActor } from "@/lib/auth/model";
import type { AttestError } from "@/lib/drafts/model";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import { isOurs } from "@/lib/statuses/model";
import { textSha256 } from "./evidence";
import { lockDraft } from "./lock-draft";
import {
  type AttestationKind,
  type AttestationText,
  attestationFields,
  attestationKinds,
} from "./model";
import { readState, statusOf } from "./read-state";

export type AttestInput = {
  id: string;
  dueDiligence: boolean;
  bankAddendum: boolean;
  /** The wordings that were on the screen. */
  textVersions: Record<AttestationKind, number>;
  /** The answers that were confirmed. */
  payloadSha256: string;
};

/**
 * Records that a person confirmed these words for these answers. Confirming again what already
 * counts leaves the first evidence as it is.
 */
export async function attest(actor: Actor, input: AttestInput): Promise<Result<null, AttestError>> {
  authorize(actor, "onboarding.attest");
  const { id } = input;

  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, id);
    if (!draft.ok) return draft;
    if (!isOurs(draft.value.status)) return fail({ code: "not_ours", ...draft.value });

    const { incomplete, sha256, texts, attested, refusal } = await readState(tx, id);
    if (sha256 === null) return fail({ code: "incomplete", steps: incomplete });
    const unticked = attestationKinds.filter((kind) => !input[attestationFields[kind]]);
    if (unticked.length > 0) return fail({ code: "not_ticked", unticked });
    const read = texts.every(({ kind, version }) => input.textVersions[kind] === version);
    if (!read || input.payloadSha256 !== sha256) return fail({ code: "stale" });
    if (attested) return ok(null);

    await keepEvidence(tx, actor, { id, texts, sha256 });
    const status = statusOf({ refused: refusal !== null, ready: true });
    await tx
      .update(customers)
      .set({
        status,
        ...(draft.value.status === status ? {} : { statusSince: sql`now()` }),
        updatedAt: sql`now()`,
      })
      .where(eq(customers.id, id));
    await announce(tx, id);
    return ok(null);
  });
}

async function keepEvidence(
  tx: Transaction,
  actor: StaffActor,
  { id, texts, sha256 }: { id: string; texts: AttestationText[]; sha256: string },
): Promise<void> {
  await tx.insert(attestations).values(
    texts.map((text) => ({
      customerId: id,
      kind: text.kind,
      textVersion: text.version,
      text: text.body,
      textSha256: textSha256(text),
      payloadSha256: sha256,
      userId: actor.userId,
      userName: actor.name,
      authenticatedAt: actor.authenticatedAt,
      ip: actor.origin.ip,
      userAgent: actor.origin.userAgent,
    })),
  );
  const versions = texts.map(({ kind, version }) => [kind, String(version)]);
  const details = { payloadSha256: sha256, ...Object.fromEntries(versions) };
  await recordAudit(tx, actor, { action: "onboarding.attested", subject: id, details });
}
