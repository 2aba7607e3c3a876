// What other people do while somebody reviews: the customer fixes its answers, a colleague changes one.
import { parseArgs } from "node:util";
import { desc, eq } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { invitations } from "@/db/schema";
import { saveStep } from "@/lib/onboarding/save-step";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { staff } from "@/scripts/testing/actors";
import { wholeStep } from "@/scripts/testing/drafts";
import { applicantOf } from "@/scripts/testing/invitations";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { id: { type: "string", default: "" }, website: { type: "string", default: "" } },
});
const [who] = positionals;
const customerId = values.id;
const actor = who === "customer" ? await invitedPerson() : await staff("onboarder");
const patch = { website: values.website };
const saved = await saveStep(actor, wholeStep(customerId, "company", {}, { base: 99, patch }));
if (!saved.ok) throw new Error(`Nothing was changed: ${saved.error.code}`);
if (who === "customer") {
  const submitted = await submitForReview(actor, { customerId, addendumVersion: null });
  if (!submitted.ok) throw new Error(`Nothing was handed in: ${submitted.error.code}`);
}
await closeDatabase();

async function invitedPerson() {
  const [latest] = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.customerId, customerId))
    .orderBy(desc(invitations.createdAt))
    .limit(1);
  return applicantOf(latest?.id ?? "");
}
