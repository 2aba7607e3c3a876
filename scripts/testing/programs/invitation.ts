// Invites somebody the quick way (the portal's own functions, no browser) and prints the link as JSON.
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { invitations, users } from "@/db/schema";
import { invitationUrl } from "@/lib/invitations/link";
import { stopLinks } from "@/lib/notifications/stop-link";
import { completeAnswers, customerRow } from "@/scripts/testing/drafts";
import { fillIn, handedIn, invited } from "@/scripts/testing/invitations";

const { values } = parseArgs({
  options: {
    /** Of the company. */
    name: { type: "string" },
    /** Space between them; all but the products where none are named. */
    sections: { type: "string" },
    "accepts-addendum": { type: "boolean", default: false },
    /** What the invited person has done. */
    stage: { type: "string", default: "invited" },
  },
});

const [user] = await db.select().from(users).where(eq(users.email, "onboarder@demo.test"));
if (!user) throw new Error("There is no onboarder@demo.test");
const actor = {
  kind: "staff",
  userId: user.id,
  name: user.name,
  email: user.email,
  role: "onboarder",
  authenticatedAt: new Date(),
  secondFactorAt: new Date(),
  origin: { ip: "127.0.0.1", userAgent: "test setup" },
} as const;

process.stdout.write(JSON.stringify(await make()));
await closeDatabase();

async function make() {
  const fillers = values.sections?.split(" ").map((step) => [step, "customer"]);
  const options = {
    email: `ana-${randomUUID()}@customer.test`,
    acceptsAddendum: values["accepts-addendum"],
    ...(fillers && { fillers: Object.fromEntries(fillers) }),
  };
  const made = await (values.stage === "submitted" ? handedIn : invited)(actor, options);
  const { customerId, applicant } = made;
  if (values.stage === "filled") await fillIn(applicant, completeAnswers(values.name));
  const [link] = await db
    .select({ id: invitations.id, version: invitations.version, email: invitations.email })
    .from(invitations)
    .where(eq(invitations.id, applicant.invitationId));
  if (!link) throw new Error("The invitation is gone");
  const { companyName } = await customerRow(customerId);
  const path = new URL(invitationUrl(link)).pathname;
  const stop = new URL(stopLinks({ kind: "reminders", id: link.id }).href).pathname;
  return { customerId, invitationId: link.id, email: link.email, path, stop, companyName };
}
