import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { handovers, secrets } from "@/db/schema";
import type { Presented } from "@/lib/applicants/visits";
import type { Origin } from "@/lib/auth/model";
import { createHandover } from "@/lib/handovers/create";
import { giveCode, handoverCode } from "@/lib/handovers/give-code";
import { handoverUrl } from "@/lib/handovers/link";
import { sendCode } from "@/lib/handovers/send-code";
import { confirmReceived, showHandover } from "@/lib/handovers/show";
import { lockLink, readVisit } from "@/lib/handovers/visits";
import type { SecretKind } from "@/lib/secrets/model";
import type { Staff } from "./actors";
import { sentCustomer } from "./drafts";

export async function secretRow(customerId: string, kind: SecretKind) {
  const [row] = await db
    .select()
    .from(secrets)
    .where(and(eq(secrets.customerId, customerId), eq(secrets.kind, kind)));
  if (!row) throw new Error(`There is no ${kind} secret`);
  return row;
}

/** As if everything about the secret had happened that long ago. */
export async function age(customerId: string, interval: string): Promise<void> {
  const ago = sql.raw(`interval '${interval}'`);
  await db
    .update(secrets)
    .set({
      receivedAt: sql`${secrets.receivedAt} - ${ago}`,
      revealedAt: sql`${secrets.revealedAt} - ${ago}`,
      dueAt: sql`${secrets.dueAt} - ${ago}`,
    })
    .where(eq(secrets.customerId, customerId));
}

/** A customer with both secrets, and a link to them for somebody there. */
export async function handedOver(admin: Staff, kinds: SecretKind[] = ["sandbox", "production"]) {
  const { id: customerId, clientId } = await sentCustomer(admin);
  const email = "ana@customer.test";
  const made = await createHandover(admin, {
    ...{ customerId, kinds, email, name: "Ana Ruiz", language: "en" },
  });
  if (!made.ok) throw new Error(`No link was made: ${made.error.code}`);
  return { customerId, clientId, handoverId: made.value.id, email };
}

export async function handoverRow(id: string) {
  const [row] = await db.select().from(handovers).where(eq(handovers.id, id));
  if (!row) throw new Error("The link is gone");
  return row;
}

const phone: Origin = { ip: "192.0.2.9", userAgent: "test phone" };

/** A browser with a link, as its actions would call. */
export function browserWith(handoverId: string, ip = phone.ip) {
  const token = handoverUrl(handoverId).split("/").at(-1) ?? "";
  const origin = { ...phone, ip };
  let cookie = "";
  const presented = (): Presented => ({ token, cookie });
  const send = async (options = {}) => {
    const sent = await sendCode(presented(), origin, options);
    if (sent.ok && sent.value.cookie) cookie = sent.value.cookie;
    return sent;
  };
  const give = async (typed: string) => {
    const given = await giveCode({ ...presented(), typed }, origin);
    if (given.ok) cookie = given.value.cookie;
    return given;
  };
  /** As the mail tells it. */
  const code = async () => {
    const found = await db.transaction((tx) => lockLink(tx, presented()));
    return handoverCode(found?.device?.id ?? "");
  };
  return {
    presented,
    at: async () => (await readVisit(presented())).at,
    send,
    give,
    code,
    enter: async () => {
      await send();
      return await give(await code());
    },
    show: () => showHandover(presented(), origin),
    stored: () => confirmReceived(presented(), origin),
  };
}
