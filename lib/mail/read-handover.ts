import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, handoverDevices, handovers, users } from "@/db/schema";
import { handoverUrl } from "@/lib/handovers/link";
import type { Handover } from "./letters/handover";
import { type MailFacts, required } from "./parameters";
import { partnerOf } from "./partner";

/** `usable`: neither used nor ended. `receivedAt`: when its secrets were shown. */
type Found = Handover & { usable: boolean; receivedAt: Date | null };

/** The hand-over link a mail is about; undefined when it has another reader. */
export async function readHandover({
  recipient,
  parameters,
}: MailFacts): Promise<Found | undefined> {
  const id = required(parameters, "handoverId");
  const [found] = await db
    .select({
      language: handovers.language,
      name: handovers.name,
      email: handovers.email,
      kinds: handovers.kinds,
      expiresAt: handovers.expiresAt,
      receivedAt: handovers.revealedAt,
      usable: sql<boolean>`${handovers.revokedAt} is null and ${handovers.lockedAt} is null
        and ${handovers.revealedAt} is null and ${handovers.expiresAt} > now()`,
      company: customers.companyName,
      sender: users.name,
    })
    .from(handovers)
    .innerJoin(customers, eq(customers.id, handovers.customerId))
    .innerJoin(users, eq(users.id, handovers.createdBy))
    .where(and(eq(handovers.id, id), eq(handovers.email, recipient)));
  return found && { ...found, partner: await partnerOf(), url: handoverUrl(id) };
}

/** The device that waits for a code, with its link. */
export async function readHandoverDevice({ recipient, parameters }: MailFacts) {
  const [device] = await db
    .select({ id: handoverDevices.id, handoverId: handoverDevices.handoverId })
    .from(handoverDevices)
    .where(eq(handoverDevices.id, required(parameters, "deviceId")));
  if (!device) return undefined;
  const { handoverId } = device;
  const handover = await readHandover({ recipient, parameters: { handoverId } });
  return handover && { handover, deviceId: device.id };
}
