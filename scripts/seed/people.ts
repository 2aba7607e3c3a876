import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { partnerSettings, users } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/model";

const people: { email: string; name: string; role: Role }[] = [
  { email: "admin@demo.test", name: "Mira Okafor", role: "admin" },
  { email: "onboarder@demo.test", name: "Bob Jones", role: "onboarder" },
  { email: "viewer@demo.test", name: "Ana Ruiz", role: "viewer" },
];

/** The three people of the demo and the partner they work for. Known ones stay as they are. */
export async function seedPeople(): Promise<Actor> {
  const emailVerified = new Date();
  await db
    .insert(users)
    .values(people.map((person) => ({ ...person, emailVerified })))
    .onConflictDoNothing();
  await db
    .insert(partnerSettings)
    .values({
      partnerName: "Northwind Platforms",
      technicalContact: "Tess Lindqvist, tess@northwind.example",
      billingContact: "Bob Jones, billing@northwind.example",
      supportEmail: "help@northwind.example",
      contactEmail: "onboarding@northwind.example",
    })
    .onConflictDoNothing();
  const [admin] = await db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(users.email, "admin@demo.test"));
  if (!admin) throw new Error("The demo's administrator was not created");
  return {
    kind: "staff",
    userId: admin.id,
    name: admin.name,
    email: admin.email,
    role: "admin",
    authenticatedAt: new Date(),
    secondFactorAt: new Date(),
    origin: { ip: "127.0.0.1", userAgent: "Vestibule demo seed" },
  };
}
