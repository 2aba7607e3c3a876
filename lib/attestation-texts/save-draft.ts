import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { attestationDrafts } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { Translate } from "@/lib/languages/model";
import type { FieldErrors } from "@/lib/onboarding/model";
import { fail, ok, type Result } from "@/lib/result";
import { text } from "@/lib/values/text";
import { BODY_MAX, type DraftError, placeholders, TITLE_MAX, type WordingKind } from "./model";

type Say = Translate<"settings.errors">;

type Typed = { kind: WordingKind; title: string; body: string };

/** The next version of a wording, which nobody confirms before it is published. */
export async function saveWordingDraft(
  actor: Actor,
  { kind, ...typed }: Typed,
  t: Say,
): Promise<Result<null, DraftError>> {
  authorize(actor, "settings.manage");
  const title = text(typed.title, "en", {
    named: t("named.title"),
    ask: t("title"),
    lengthMax: TITLE_MAX,
  });
  const body = text(typed.body, "en", {
    named: t("named.body"),
    ask: t("body"),
    lengthMax: BODY_MAX,
  });
  const errors: FieldErrors = {
    ...(title.error && { title: title.error }),
    ...problemOf(body, t),
  };
  if (Object.keys(errors).length > 0) return fail({ code: "incorrect", errors });

  await db.transaction(async (tx) => {
    const draft = { title: title.value, body: body.value, savedBy: actor.userId };
    const row = { ...draft, savedAt: sql`now()` };
    await tx
      .insert(attestationDrafts)
      .values({ kind, ...row })
      .onConflictDoUpdate({ target: attestationDrafts.kind, set: row });
    const details = { kind };
    await recordAudit(tx, actor, { action: "wording.draft_saved", subject: kind, details });
  });
  return ok(null);
}

/** Nothing happens where there is none. */
export async function discardWordingDraft(actor: Actor, kind: WordingKind): Promise<void> {
  authorize(actor, "settings.manage");
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(attestationDrafts)
      .where(eq(attestationDrafts.kind, kind))
      .returning({ kind: attestationDrafts.kind });
    if (gone.length === 0) return;
    const details = { kind };
    await recordAudit(tx, actor, { action: "wording.draft_discarded", subject: kind, details });
  });
}

/** A misspelt placeholder would be confirmed as it stands. */
function problemOf(
  { value, error }: { value: string; error?: string | undefined },
  t: Say,
): FieldErrors {
  if (error) return { body: error };
  const strange = value
    .match(/\{[^{}]*\}/g)
    ?.find((found) => !placeholders.some((known) => known === found));
  const [partner, legalEntityName] = placeholders;
  return strange ? { body: t("placeholder", { partner, legalEntityName, strange }) } : {};
}
