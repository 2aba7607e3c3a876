import "server-only";
import { and, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, neverSent, noticed, secrets } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { Translate } from "@/lib/languages/model";
import type { FieldErrors } from "@/lib/onboarding/model";
import { fail, type Result } from "@/lib/result";
import { idle, notice } from "@/lib/retention/deletion";
import { draftDays, secretDays } from "@/lib/retention/model";
import { retention } from "@/lib/secrets/keep";
import { changeSettings } from "./change";
import type { Retention, SaveError } from "./model";

/** How long drafts and secrets are kept from now on, those that are kept already included. */
export async function saveRetention(
  actor: Actor,
  { version, typed }: { version: number; typed: Retention },
  t: Translate<"settings.errors">,
): Promise<Result<null, SaveError>> {
  authorize(actor, "settings.manage");
  const [drafts, kept] = [Number(typed.draftDays), Number(typed.secretDays)];
  const errors: FieldErrors = {
    ...(!isWithin(drafts, draftDays) && { draftDays: t("days", draftDays) }),
    ...(!isWithin(kept, secretDays) && { secretDays: t("days", secretDays) }),
  };
  if (Object.keys(errors).length > 0) return fail({ code: "incorrect", errors });

  return db.transaction(async (tx) => {
    const changed = await changeSettings(tx, actor, {
      version,
      values: { draftRetentionDays: drafts, secretRetentionDays: kept },
      action: "settings.retention_changed",
      details: { drafts: String(drafts), secrets: String(kept) },
    });
    if (changed.ok) await applyTo(tx);
    return changed;
  });
}

type Limits = { min: number; max: number };

function isWithin(days: number, { min, max }: Limits): boolean {
  return Number.isInteger(days) && days >= min && days <= max;
}

async function applyTo(tx: Transaction): Promise<void> {
  await tx
    .update(secrets)
    .set({ dueAt: sql`${secrets.receivedAt} + ${retention}` })
    .where(and(isNotNull(secrets.sealed), isNull(secrets.revealedAt)));
  // Owners who were told an earlier day are told again when the new one is near.
  await tx
    .update(customers)
    .set({ deletionNoticedAt: null })
    .where(and(neverSent, noticed, gt(customers.updatedAt, sql`now() - ${idle} + ${notice}`)));
}
