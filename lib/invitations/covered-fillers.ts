import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers, invitations } from "@/db/schema";
import type { AnswerStep } from "@/lib/onboarding/model";
import type { Fillers } from "./model";

/** Who fills what: a section is the customer's as long as a link that was not revoked asks for it. */
export async function coveredFillers(tx: Transaction, customerId: string): Promise<Fillers> {
  const [customer] = await tx
    .select({ fillers: customers.fillers })
    .from(customers)
    .where(eq(customers.id, customerId));
  const open = await tx
    .select({ steps: invitations.steps })
    .from(invitations)
    .where(and(eq(invitations.customerId, customerId), isNull(invitations.revokedAt)));
  const asked = open.flatMap(({ steps }) => steps);
  const known = Object.entries(customer?.fillers ?? {}) as [AnswerStep, Fillers[AnswerStep]][];
  return Object.fromEntries(known.filter(([step]) => asked.includes(step)));
}
