// Makes customers the quick way (the portal's own functions, no browser); prints each as a line of JSON.
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { invitations } from "@/db/schema";
import { enableCustomer } from "@/lib/customers/enable";
import { refreshStatus } from "@/lib/customers/refresh";
import type { Answers } from "@/lib/onboarding/model";
import { saveStep } from "@/lib/onboarding/save-step";
import { startOnboarding } from "@/lib/onboarding/start";
import { demoAdmin } from "@/scripts/testing/actors";
import {
  completeAnswers,
  customerRow,
  readyDraft,
  sentCustomer,
  wholeStep,
} from "@/scripts/testing/drafts";
import { createEmulatorClient } from "@/scripts/testing/emulator-client";
import { handedIn, invited } from "@/scripts/testing/invitations";

const { values } = parseArgs({
  options: {
    name: { type: "string" },
    status: { type: "string", default: "PENDING_ENABLEMENT" },
    count: { type: "string", default: "1" },
  },
});

const actor = await demoAdmin();

for (let made = 0; made < Number(values.count); made++) {
  process.stdout.write(`${JSON.stringify(await make(values.status))}\n`);
}
await closeDatabase();

async function make(status: string) {
  if (status === "DRAFT") return show((await startOnboarding(actor)).id);
  const answers = completeAnswers(values.name);
  if (status === "READY") return show(await readyDraft(actor, answers));
  if (status === "INVITED") return show(await invitedDraft(answers));
  if (status === "IN_REVIEW") return show((await handedIn(actor, { answers })).customerId);

  const { id, clientId } = await sentCustomer(actor, answers);
  if (status === "ACTIVE") await enableCustomer(actor, id);
  else if (status !== "PENDING_ENABLEMENT") {
    const emulator = createEmulatorClient(() => process.env.PLAID_BASE_URL ?? "");
    await emulator.setStatus(clientId, status);
    await refreshStatus(actor, { id, clientId });
  }
  return show(id);
}

async function invitedDraft({ company }: Answers): Promise<string> {
  const { id } = await startOnboarding(actor);
  await saveStep(actor, wholeStep(id, "company", company));
  await invited(actor, { customerId: id, name: company.companyName });
  return id;
}

async function show(id: string) {
  const { companyName, clientId, status } = await customerRow(id);
  const [invitation] = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.customerId, id));
  return { id, companyName, clientId: clientId ?? "", status, invitationId: invitation?.id ?? "" };
}
