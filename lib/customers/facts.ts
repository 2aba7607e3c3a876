import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import { type Actor, may } from "@/lib/auth/model";
import { readPartner } from "@/lib/onboarding/partner";
import { readDraft } from "@/lib/onboarding/payload";
import { maskPeople } from "./mask";
import type { FactsView } from "./model";

/** The answers people look up most. Contacts are masked for who may not see them. */
export async function getFacts(actor: Actor, customerId: string): Promise<FactsView> {
  authorize(actor, "customer.read");
  const [draft, [owner]] = await Promise.all([
    readDraft(db, customerId, await readPartner(db)),
    db
      .select({ id: users.id, name: users.name })
      .from(customers)
      .innerJoin(users, eq(users.id, customers.assigneeId))
      .where(eq(customers.id, customerId)),
  ]);
  const masked = !may(actor, "contact.read");
  const { company, contacts, products, support } = masked
    ? maskPeople(draft.answers)
    : draft.answers;
  return {
    countryCode: company.address.street === "" ? "" : company.address.countryCode,
    website: company.website,
    products: products.use === "ours" ? null : products.products,
    contacts: [
      contactOf("technical", contacts.technical),
      contactOf("billing", contacts.billing),
      { role: "support", name: "", email: support.email },
    ],
    owner: owner ?? null,
    masked,
  };
}

type Contact = { use: string; givenName: string; familyName: string; email: string };

function contactOf(role: "technical" | "billing", { use, givenName, familyName, email }: Contact) {
  if (use === "ours") return { role, name: "", email: "" };
  return { role, name: `${givenName} ${familyName}`.trim(), email };
}
