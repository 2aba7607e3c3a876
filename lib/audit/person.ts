import "server-only";
import { eq } from "drizzle-orm";
import { auditEntries, auditPeople } from "@/db/schema";

/** Joins what names whoever acted; use it in a left join, because it may have been erased. */
export const ofEntry = eq(auditPeople.seq, auditEntries.seq);

/** What `nameOfActor` needs of an entry that `auditPeople` is joined to. */
export const actorColumns = {
  actorKind: auditEntries.actorKind,
  actorId: auditEntries.actorId,
  name: auditPeople.name,
};
