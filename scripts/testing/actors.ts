import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/model";

export type Staff = Extract<Actor, { kind: "staff" }>;

/** A person of the partner's, with a row of their own, who has signed in before. */
export async function staff(role: Role): Promise<Staff> {
  const email = `${role}-${randomUUID()}@staff.test`;
  const [user] = await db
    .insert(users)
    .values({ email, name: `Test ${role}`, role, emailVerified: new Date() })
    .returning({ id: users.id });
  if (!user) throw new Error("The person was not created");
  return {
    kind: "staff",
    userId: user.id,
    name: `Test ${role}`,
    email,
    role,
    authenticatedAt: new Date(),
    secondFactorAt: new Date(),
    origin: { ip: "192.0.2.7", userAgent: "test browser" },
  };
}

/** The admin that a running portal's people are made with. */
export async function demoAdmin(): Promise<Staff> {
  const email = "admin@demo.test";
  const [user] = await db.select().from(users).where(eq(users.email, email));
  if (!user) throw new Error(`There is no ${email}`);
  const { id: userId, name, role } = user;
  const now = new Date();
  return {
    ...{ kind: "staff", userId, name, email, role },
    ...{ authenticatedAt: now, secondFactorAt: now },
    origin: { ip: "127.0.0.1", userAgent: "test setup" },
  };
}

export const applicant: Actor = {
  kind: "applicant",
  invitationId: "inv_elsewhere",
  customerId: "cus_elsewhere",
  name: "Ana Ruiz",
  email: "ana@customer.test",
  steps: ["company", "support"],
  language: "en",
  authenticatedAt: new Date(),
  origin: { ip: "192.0.2.8", userAgent: "test phone" },
};

export const system: Actor = { kind: "system", job: "poll" };
