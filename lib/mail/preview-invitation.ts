import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { publicOrigin } from "@/lib/env";
import type { Language } from "@/lib/languages/model";
import type { AnswerStep } from "@/lib/onboarding/model";
import { invitationLetter } from "./letters/invitation";
import { writeMail } from "./letters/render";
import { partnerOf, welcomeOf } from "./partner";

type Planned = {
  customerId: string;
  name: string;
  email: string;
  steps: AnswerStep[];
  message: string;
  language: Language;
  /** ISO 8601 date. */
  dueOn: string | null;
  lifetimeDays: number;
};

const DAY_MS = 86_400_000;

/** The mail of an invitation that is not sent yet, with a link that leads nowhere. */
export async function previewInvitation(
  actor: Actor,
  { customerId, lifetimeDays, ...planned }: Planned,
): Promise<{ subject: string; text: string; html: string }> {
  authorize(actor, "onboarding.invite");
  const [customer] = await db
    .select({ company: customers.companyName })
    .from(customers)
    .where(eq(customers.id, customerId));
  const partner = await partnerOf();
  const letter = invitationLetter({
    ...planned,
    partner,
    greeting: (await welcomeOf()).greeting,
    company: customer?.company ?? "",
    sender: actor.name,
    expiresAt: new Date(Date.now() + lifetimeDays * DAY_MS),
    url: `${publicOrigin()}/apply/…`,
  });
  const { subject, text, html } = await writeMail(letter, partner);
  return { subject, text, html };
}
