import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { submissions } from "@/db/schema";
import type { ApplicantActor } from "@/lib/auth/model";
import type { Answers } from "@/lib/onboarding/model";
import type { Receipt } from "./model";

/** What this person handed in last, and the receipt for it. */
export async function readReceipt({
  customerId,
  invitationId,
}: ApplicantActor): Promise<{ receipt: Receipt; answers: Answers } | undefined> {
  const [kept] = await db
    .select({
      reference: submissions.reference,
      at: submissions.at,
      name: submissions.name,
      answers: submissions.answers,
      version: submissions.addendumVersion,
      text: submissions.addendumText,
    })
    .from(submissions)
    .where(and(eq(submissions.customerId, customerId), eq(submissions.invitationId, invitationId)))
    .orderBy(desc(submissions.at), desc(submissions.id))
    .limit(1);
  if (!kept) return undefined;
  const { reference, at, name, answers, version, text } = kept;
  const addendum = version !== null && text !== null ? { version, text } : null;
  return { receipt: { reference, at: at.toISOString(), name, addendum }, answers };
}
