// Makes a customer with a hand-over link the quick way (the portal's own functions, no browser) and
// prints the link as JSON.
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { users } from "@/db/schema";
import { createHandover } from "@/lib/handovers/create";
import { handoverUrl } from "@/lib/handovers/link";
import { completeAnswers, sentCustomer } from "./drafts";

/** Of the company. */
const { values } = parseArgs({ options: { name: { type: "string" } } });

const [user] = await db.select().from(users).where(eq(users.email, "admin@demo.test"));
if (!user) throw new Error("There is no admin@demo.test");
const actor = {
  kind: "staff",
  userId: user.id,
  name: user.name,
  email: user.email,
  role: "admin",
  authenticatedAt: new Date(),
  origin: { ip: "127.0.0.1", userAgent: "test setup" },
} as const;

const { id: customerId } = await sentCustomer(actor, completeAnswers(values.name));
const email = `tech-${randomUUID()}@customer.test`;
const made = await createHandover(actor, {
  ...{ customerId, email, name: "Ana Ruiz", language: "en", kinds: ["sandbox", "production"] },
});
if (!made.ok) throw new Error(`No link was made: ${made.error.code}`);
const path = new URL(handoverUrl(made.value.id)).pathname;
process.stdout.write(JSON.stringify({ path, email }));
await closeDatabase();
