import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, launchTicks } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import { tidy } from "@/lib/values/text";
import { webAddress } from "@/lib/values/web-address";
import type { ManualItem, TickError } from "./model";
import { readKnown } from "./queries";

/** Ours: a line to colleagues. */
const NOTE_LENGTH_MAX = 500;

type Tick = { customerId: string; item: ManualItem; note: string; link: string };

/** Says that something nobody can tell from data is done. Who says it again says it anew. */
export async function tickLaunch(
  actor: Actor,
  { customerId, item, note, link }: Tick,
): Promise<Result<null, TickError>> {
  authorize(actor, "onboarding.edit");
  const address = webAddress(link, "en", { example: "https://dashboard.plaid.com" });
  if (address.error) return fail({ code: "bad_link", reason: address.error });

  return db.transaction(async (tx) => {
    if (!(await lockCustomer(tx, customerId))) return fail({ code: "not_found" });
    if ((await readKnown(customerId))[item]) return fail({ code: "known" });
    const told = {
      tickedBy: actor.userId,
      tickedAt: sql`now()`,
      note: [...tidy(note)].slice(0, NOTE_LENGTH_MAX).join(""),
      link: address.value,
    };
    await tx
      .insert(launchTicks)
      .values({ customerId, item, ...told })
      .onConflictDoUpdate({ target: [launchTicks.customerId, launchTicks.item], set: told });
    await recordAudit(tx, actor, {
      action: "launch.ticked",
      subject: customerId,
      details: { item },
    });
    await announce(tx, customerId);
    return ok(null);
  });
}

/** Takes it back. What nobody ticked stays as it is. */
export async function untickLaunch(
  actor: Actor,
  { customerId, item }: Pick<Tick, "customerId" | "item">,
): Promise<Result<null, { code: "not_found" }>> {
  authorize(actor, "onboarding.edit");

  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(launchTicks)
      .where(and(eq(launchTicks.customerId, customerId), eq(launchTicks.item, item)))
      .returning({ item: launchTicks.item });
    if (gone.length === 0) return fail({ code: "not_found" });
    await recordAudit(tx, actor, {
      action: "launch.unticked",
      subject: customerId,
      details: { item },
    });
    await announce(tx, customerId);
    return ok(null);
  });
}

async function lockCustomer(tx: Transaction, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.id, id))
    .for("update");
  return found.length > 0;
}
