import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, launchTicks, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { SecretKind } from "@/lib/secrets/model";
import { type LaunchItem, type LaunchProof, type LaunchStep, launchItems } from "./model";

const knownQuery = db
  .select({
    submittedAt: customers.submittedAt,
    enabledAt: customers.enabledAt,
    status: customers.status,
    hasRedirectUris: sent("redirect-uris", sql`jsonb_array_length(answers -> 'redirectUris') > 0`),
    hasSupport: sent("support", sql`answers ->> 'email' <> ''`),
    sandboxKeyAt: revealed("sandbox"),
    productionKeyAt: revealed("production"),
  })
  .from(customers)
  .where(eq(customers.id, sql.placeholder("id")))
  .prepare("launch_known");

const ticksQuery = db
  .select({
    item: launchTicks.item,
    name: users.name,
    at: launchTicks.tickedAt,
    note: launchTicks.note,
    link: launchTicks.link,
  })
  .from(launchTicks)
  .innerJoin(users, eq(users.id, launchTicks.tickedBy))
  .where(eq(launchTicks.customerId, sql.placeholder("id")))
  .prepare("launch_ticks");

/** What is done for going live, and how that is known. Our own data counts before what people say. */
export async function getLaunch(actor: Actor, customerId: string): Promise<LaunchStep[]> {
  authorize(actor, "customer.read");
  const [known, ticks] = await Promise.all([
    readKnown(customerId),
    ticksQuery.execute({ id: customerId }),
  ]);
  return launchItems.map((item) => {
    const tick = ticks.find((one) => one.item === item);
    const told: LaunchProof | null = tick
      ? {
          by: "person",
          name: tick.name,
          at: tick.at.toISOString(),
          note: tick.note,
          link: tick.link,
        }
      : null;
    return { item, done: known[item] ?? told };
  });
}

/** What our own data tells to be done. */
export async function readKnown(
  customerId: string,
): Promise<Partial<Record<LaunchItem, LaunchProof>>> {
  const [found] = await knownQuery.execute({ id: customerId });
  if (!found) return {};
  const { submittedAt, enabledAt, status } = found;
  return {
    ...(found.hasRedirectUris && { redirect_uris: since(submittedAt) }),
    ...(found.hasSupport && { support_info: since(submittedAt) }),
    ...((enabledAt || status === "ACTIVE") && { enabled: since(enabledAt) }),
    ...(found.sandboxKeyAt && { sandbox_key: since(found.sandboxKeyAt) }),
    ...(found.productionKeyAt && { production_key: since(found.productionKeyAt) }),
  };
}

function since(at: Date | string | null): LaunchProof {
  return { by: "data", at: at === null ? null : new Date(at).toISOString() };
}

function sent(step: string, has: ReturnType<typeof sql>) {
  return sql<boolean>`${customers.submittedAt} is not null and exists (
    select from step_answers where customer_id = ${customers.id} and step = ${step} and ${has}
  )`;
}

function revealed(kind: SecretKind) {
  return sql<string | null>`(
    select revealed_at from secrets
    where secrets.customer_id = customers.id and kind = ${kind}
  )`;
}
