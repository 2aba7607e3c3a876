import "server-only";
import type { Transaction } from "@/db/client";
import { recordAudit } from "@/lib/audit/record";
import { requireFreshForFactors } from "@/lib/auth/fresh-sign-in";
import type { StaffActor } from "@/lib/auth/model";
import { type RenewedSession, renewSession } from "@/lib/auth/sessions";
import { fail, ok, type Result } from "@/lib/result";
import { tidy } from "@/lib/values/text";
import {
  type AddProblem,
  FACTOR_NAME_MAX,
  FACTORS_MAX,
  type FactorKind,
  factorLabels,
} from "./model";
import { tellPerson } from "./notices";
import { confirmedFactors } from "./queries";
import { holdPerson } from "./tries";

/** Whether a person may add a factor now; they are held until the transaction ends. */
export async function mayAdd(
  tx: Transaction,
  actor: StaffActor,
): Promise<Result<null, AddProblem>> {
  const fresh = await requireFreshForFactors(actor, tx);
  if (!fresh.ok) return fresh;
  await holdPerson(tx, actor.userId);
  const { length } = await confirmedFactors(tx, actor.userId);
  return length < FACTORS_MAX ? ok(null) : fail({ code: "too_many_factors" });
}

/** Who sets a factor up has just given it: the session goes on with it, under another token. */
export async function recordAdded(
  tx: Transaction,
  actor: StaffActor,
  { token, kind, id }: { token: string; kind: FactorKind; id: string },
): Promise<Result<RenewedSession, AddProblem>> {
  const renewed = await renewSession(tx, token);
  if (!renewed) return fail({ code: "signed_out" });
  const details = { kind, factor: id };
  await recordAudit(tx, actor, {
    ...{ action: "second_factor.added", subject: actor.userId, details },
  });
  await tellPerson(tx, actor, "added");
  return ok(renewed);
}

/** What a person calls a factor: one line, never empty. */
export function factorName(typed: string, kind: FactorKind): string {
  const line = tidy(typed.replaceAll(/[\p{Cc}\p{Cs}]/gu, " "));
  return Array.from(line).slice(0, FACTOR_NAME_MAX).join("") || factorLabels[kind];
}
