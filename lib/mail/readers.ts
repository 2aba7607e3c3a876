import "server-only";
import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { applicantDevices, customers, invitations, users } from "@/db/schema";

type Parameters = Record<string, string>;

/** What a mail is made of: the recipient of the queue, and identifiers. */
export type MailFacts = { recipient: string; parameters: Parameters };

/** The invitation a mail is about; undefined when it ended meanwhile, or has another reader. */
export async function readInvitation({ recipient, parameters }: MailFacts) {
  const [found] = await db
    .select({ ...getTableColumns(invitations), companyName: customers.companyName })
    .from(invitations)
    .innerJoin(customers, eq(customers.id, invitations.customerId))
    .where(
      and(
        eq(invitations.id, required(parameters, "invitationId")),
        eq(invitations.email, recipient),
        isNull(invitations.revokedAt),
        parameters.version === undefined
          ? undefined
          : eq(invitations.version, Number(parameters.version)),
      ),
    );
  return found;
}

/** The device that waits for a code; undefined when a newer code was asked for. */
export async function readDevice({ recipient, parameters }: MailFacts) {
  const [found] = await db
    .select({ id: applicantDevices.id, serial: applicantDevices.codeSerial })
    .from(applicantDevices)
    .innerJoin(invitations, eq(invitations.id, applicantDevices.invitationId))
    .where(
      and(
        eq(applicantDevices.id, required(parameters, "deviceId")),
        eq(applicantDevices.codeSerial, Number(required(parameters, "serial"))),
        eq(invitations.email, recipient),
        isNull(invitations.revokedAt),
      ),
    );
  return found;
}

/** The member of the team a mail is for; undefined when suspended. */
export async function readUser({ recipient, parameters }: MailFacts) {
  const [found] = await db
    .select()
    .from(users)
    .where(
      and(
        eq(users.id, required(parameters, "userId")),
        eq(users.email, recipient),
        isNull(users.suspendedAt),
      ),
    );
  return found;
}

export function required(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (value === undefined) throw new TypeError(`Mail parameter ${name} is missing`);
  return value;
}
