import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/auth/model";

type Entry = {
  action: string;
  /** Id of what was acted on. */
  subject: string;
  /** Codes and identifiers only: the log is kept when personal data is erased. */
  details?: Record<string, string>;
};

/**
 * Writes the entry in the transaction of the act itself: neither exists without the other. What names
 * a person goes beside the entry, which keeps a hash of it.
 */
export async function recordAudit(tx: Transaction, actor: Actor, entry: Entry): Promise<void> {
  const { action, subject, details = {} } = entry;
  const columns = sql`actor_kind, actor_id, action, subject, details, person_hash`;
  const values = sql`${actor.kind}, ${idOf(actor)}, ${action}, ${subject}, ${JSON.stringify(details)}::jsonb`;
  if (actor.kind === "system") {
    await tx.execute(sql`insert into audit_entries (${columns}) values (${values}, '')`);
    return;
  }
  const { ip, userAgent } = actor.origin;
  const name = actor.kind === "staff" ? actor.name : null;
  await tx.execute(sql`
    with person as (
      select ${randomBytes(16).toString("hex")}::text as salt, ${name}::text as name,
        ${ip}::text as ip, ${userAgent}::text as user_agent
    ), entry as (
      insert into audit_entries (${columns})
      select ${values}, audit_person_hash(salt, name, ip, user_agent) from person returning seq
    )
    insert into audit_people (seq, name, ip, user_agent, salt)
    select seq, name, ip, user_agent, salt from entry, person`);
}

function idOf(actor: Actor): string {
  switch (actor.kind) {
    case "staff":
      return actor.userId;
    case "applicant":
      return actor.invitationId;
    case "recipient":
      return actor.handoverId;
    case "system":
      return actor.job;
  }
}
