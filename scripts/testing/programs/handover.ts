// Makes a customer with a hand-over link the quick way (the portal's own functions, no browser) and
// prints the link as JSON.
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { createHandover } from "@/lib/handovers/create";
import { handoverUrl } from "@/lib/handovers/link";
import { demoAdmin } from "@/scripts/testing/actors";
import { completeAnswers, sentCustomer } from "@/scripts/testing/drafts";

/** Of the company. */
const { values } = parseArgs({ options: { name: { type: "string" } } });

const actor = await demoAdmin();

const { id: customerId } = await sentCustomer(actor, completeAnswers(values.name));
const email = `tech-${randomUUID()}@customer.test`;
const made = await createHandover(actor, {
  ...{ customerId, email, name: "Ana Ruiz", language: "en", kinds: ["sandbox", "production"] },
});
if (!made.ok) throw new Error(`No link was made: ${made.error.code}`);
const path = new URL(handoverUrl(made.value.id)).pathname;
process.stdout.write(JSON.stringify({ path, email }));
await closeDatabase();
