import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { secondFactors } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor, StaffActor } from "@/lib/auth/model";
import type { RenewedSession } from "@/lib/auth/sessions";
import { newId } from "@/lib/id";
import { fail, ok, type Result } from "@/lib/result";
import { seal, unseal } from "@/lib/seal";
import { factorName, mayAdd, recordAdded } from "./add";
import { type AddProblem, factorLabels } from "./model";
import { type QrCode, qrCode } from "./qr";
import { newTotpSecret, readDigits, stepOf, totpPlace, totpUri } from "./totp";
import { attempt, clockMs } from "./tries";

/** Makes a secret for an authenticator app, in place of one that was not finished. */
export async function beginAuthenticator(actor: Actor): Promise<Result<null, AddProblem>> {
  authorize(actor, "account.secure");
  const { userId } = actor;
  return db.transaction(async (tx) => {
    const possible = await mayAdd(tx, actor);
    if (!possible.ok) return possible;
    await tx
      .delete(secondFactors)
      .where(and(eq(secondFactors.userId, userId), isNull(secondFactors.confirmedAt)));
    const id = newId("fac");
    const sealed = seal(newTotpSecret(), totpPlace(id));
    const name = factorLabels.totp;
    await tx.insert(secondFactors).values({ id, userId, kind: "totp", name, sealed });
    return ok(null);
  });
}

/** The secret that was begun, to scan or to type; undefined when there is none. */
export async function getBegunAuthenticator(
  actor: Actor,
): Promise<{ secret: string; qr: QrCode } | undefined> {
  authorize(actor, "account.secure");
  const begun = await findBegun(db, actor.userId);
  if (!begun) return undefined;
  return { secret: begun.secret, qr: qrCode(totpUri(begun.secret, actor.email)) };
}

type Confirmation = {
  /** Of the session. */
  token: string;
  typed: string;
  name: string;
};
type Confirmed = Promise<Result<RenewedSession, AddProblem>>;

/** The first right code makes the app count, and is this session's second factor. */
export async function confirmAuthenticator(actor: Actor, confirmation: Confirmation): Confirmed {
  authorize(actor, "account.secure");
  const digits = readDigits(confirmation.typed);
  if (!digits) return fail({ code: "malformed" });
  return attempt(actor.userId, () => confirm(actor, { ...confirmation, digits }));
}

async function confirm(
  actor: StaffActor,
  { token, digits, name }: Confirmation & { digits: string },
): Confirmed {
  return db.transaction(async (tx) => {
    const possible = await mayAdd(tx, actor);
    if (!possible.ok) return possible;
    const begun = await findBegun(tx, actor.userId);
    if (!begun) return fail({ code: "not_begun" });
    const { id, secret, now } = begun;
    const lastStep = stepOf(secret, digits, now);
    if (lastStep === undefined) return fail({ code: "wrong" });
    const added = await recordAdded(tx, actor, { token, kind: "totp", id });
    if (!added.ok) return added;
    const used = { confirmedAt: sql`now()`, lastUsedAt: sql`now()`, lastStep };
    await tx
      .update(secondFactors)
      .set({ ...used, name: factorName(name, "totp") })
      .where(eq(secondFactors.id, id));
    return added;
  });
}

async function findBegun(source: Database | Transaction, userId: string) {
  const [begun] = await source
    .select({ id: secondFactors.id, sealed: secondFactors.sealed, now: clockMs })
    .from(secondFactors)
    .where(
      and(
        eq(secondFactors.userId, userId),
        isNull(secondFactors.confirmedAt),
        gt(secondFactors.createdAt, sql`now() - interval '1 hour'`),
      ),
    );
  if (!begun?.sealed) return undefined;
  return { ...begun, secret: unseal(begun.sealed, totpPlace(begun.id)) };
}
