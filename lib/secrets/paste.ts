import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { env } from "@/lib/env";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import { keepSecret } from "./keep";
import { lockSecret } from "./lock-secret";
import type { PasteError, SecretKind } from "./model";

/** Plaid documents no shape; theirs have been 30 and 31 letters and digits. */
const SHAPE = /^[A-Za-z0-9]{24,64}$/;

/** Keeps a secret that somebody copied from Plaid's Dashboard, to be handed over like one that came. */
export async function pasteSecret(
  actor: Actor,
  { customerId, kind, typed }: { customerId: string; kind: SecretKind; typed: string },
): Promise<Result<null, PasteError>> {
  authorize(actor, `secret.reveal.${kind}`);
  const secret = typed.trim();
  if (!SHAPE.test(secret)) return fail({ code: "malformed" });

  return db.transaction(async (tx) => {
    const [customer] = await tx
      .select({ clientId: customers.clientId, status: customers.status })
      .from(customers)
      .where(eq(customers.id, customerId))
      .for("update");
    if (!customer?.clientId || customer.status === "REMOVED") return fail({ code: "not_found" });
    const { PLAID_SECRET, PLAID_CLIENT_ID } = env();
    if ([customer.clientId, PLAID_CLIENT_ID, PLAID_SECRET].includes(secret)) {
      return fail({ code: "other_value" });
    }
    if ((await lockSecret(tx, customerId, kind))?.sealed) return fail({ code: "held" });
    await keepSecret(tx, { customerId, kind, secret, pastedBy: actor.userId });
    const details = { kind };
    await recordAudit(tx, actor, { action: "secret.pasted", subject: customerId, details });
    await announce(tx, customerId);
    return ok(null);
  });
}
