import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { askForNobody } from "@/lib/partner-api/client";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { fail, ok, type Result } from "@/lib/result";
import type { ConnectionError, ConnectionTest } from "./model";

const PAUSE_SECONDS = 10;

/**
 * Whether Plaid takes our credentials: one question about a customer nobody has, which changes
 * nothing. Of all people and processes, one in ten seconds.
 */
export async function testConnection(
  actor: Actor,
): Promise<Result<ConnectionTest, ConnectionError>> {
  authorize(actor, "settings.manage");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;
  if (!(await takeTurn())) return fail({ code: "too_soon" });

  const startedAt = performance.now();
  const answer = await ask();
  const latencyMs = Math.round(performance.now() - startedAt);
  const test: ConnectionTest = isKnown(answer)
    ? { outcome: "works", latencyMs, requestId: answer.requestId }
    : { outcome: "failed", latencyMs, problem: answer.toProblem() };
  const details = { outcome: test.outcome, code: answer.code };
  await db.transaction((tx) =>
    recordAudit(tx, actor, {
      action: "settings.connection_tested",
      subject: "partner_settings",
      details,
    }),
  );
  return ok(test);
}

/** To be told that there is no such customer takes credentials Plaid knows, of a reseller. */
function isKnown({ kind, code }: PartnerApiError): boolean {
  return kind === "rejected" && code === "CUSTOMER_NOT_FOUND";
}

async function ask(): Promise<PartnerApiError> {
  try {
    await askForNobody();
  } catch (error) {
    if (error instanceof PartnerApiError) return error;
    throw error;
  }
  throw new Error("Plaid knows a customer that was made up");
}

async function takeTurn(): Promise<boolean> {
  const turns = await db.execute(sql`
    insert into rate_budgets as b (name, tokens, updated_at)
    values ('connection-test', 0, now())
    on conflict (name) do update set updated_at = now()
      where b.updated_at <= now() - make_interval(secs => ${PAUSE_SECONDS})
    returning b.name`);
  return turns.length > 0;
}
