import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import {
  applicantDevices,
  handoverDevices,
  handovers,
  secrets,
  sessions,
  verificationTokens,
} from "@/db/schema";
import { createHandover } from "@/lib/handovers/create";
import { listHandovers } from "@/lib/handovers/list";
import { type Staff, staff } from "@/scripts/testing/actors";
import { sentCustomer } from "@/scripts/testing/drafts";
import { invited } from "@/scripts/testing/invitations";
import { sweepEnded } from "./sweep-ended";

const ago = (days: number) => sql`now() - make_interval(days => ${days})`;
const origin = { ip: "192.0.2.9", userAgent: "old browser" };

test("sessions and sign-in links go thirty days after they ended", async () => {
  const { userId, email } = await staff("onboarder");
  for (const days of [29, 31]) {
    await db.insert(sessions).values({ tokenHash: randomUUID(), userId, expiresAt: ago(days) });
    const link = { identifier: email, tokenHash: randomUUID(), linkId: `link ${days}` };
    await db.insert(verificationTokens).values({ ...link, expiresAt: ago(days) });
  }
  await sweepEnded();
  expect(await db.$count(sessions, eq(sessions.userId, userId))).toBe(1);
  const links = await db
    .select()
    .from(verificationTokens)
    .where(eq(verificationTokens.identifier, email));
  expect(links.map(({ linkId }) => linkId)).toEqual(["link 29"]);
});

test("a device goes thirty days after it was last used, and one in use stays", async () => {
  const { applicant } = await invited(await staff("onboarder"));
  const { invitationId } = applicant;
  const device = (codeSentAt: number, lastSeenAt: number | null) => ({
    ...{ invitationId, invitationVersion: 1, tokenHash: randomUUID(), ...origin },
    ...{ codeSentAt: ago(codeSentAt), lastSeenAt: lastSeenAt === null ? null : ago(lastSeenAt) },
  });
  await db.insert(applicantDevices).values([device(40, null), device(80, 31), device(80, 5)]);
  await sweepEnded();
  const left = await db
    .select({ seen: applicantDevices.lastSeenAt })
    .from(applicantDevices)
    .where(eq(applicantDevices.invitationId, invitationId));
  expect(left).toHaveLength(1);
  expect(left[0]?.seen).not.toBeNull();
});

test("a hand-over link that nobody used goes, and the keys are held as before", async () => {
  const admin = await staff("admin");
  const { unused, customerId } = await handedOver(admin);
  await db
    .update(handovers)
    .set({ expiresAt: ago(31) })
    .where(eq(handovers.id, unused));
  await db.insert(handoverDevices).values({
    ...{ handoverId: unused, tokenHash: randomUUID(), codeSentAt: ago(31), ...origin },
  });
  await sweepEnded();
  expect(await listHandovers(admin, customerId)).toEqual([]);
  const [held] = await db.select().from(secrets).where(eq(secrets.customerId, customerId));
  expect(held).toMatchObject({ handoverId: null });
  expect(held?.sealed).not.toBeNull();
});

test("one that was used stays as the receipt, without its devices", async () => {
  const admin = await staff("admin");
  const { unused: used, customerId } = await handedOver(admin);
  await db
    .update(handovers)
    .set({ expiresAt: ago(60), revealedAt: ago(61) })
    .where(eq(handovers.id, used));
  await db.insert(handoverDevices).values({
    ...{ handoverId: used, tokenHash: randomUUID(), codeSentAt: ago(61), ...origin },
  });
  await sweepEnded();
  expect(await listHandovers(admin, customerId)).toMatchObject([{ id: used, state: "revealed" }]);
  expect(await db.$count(handoverDevices, eq(handoverDevices.handoverId, used))).toBe(0);
});

async function handedOver(admin: Staff): Promise<{ unused: string; customerId: string }> {
  const { id: customerId } = await sentCustomer(admin);
  const made = await createHandover(admin, {
    ...{ customerId, kinds: ["sandbox", "production"], name: "Bo" },
    ...{ email: `bo-${randomUUID()}@customer.test`, language: "en" },
  });
  if (!made.ok) throw new Error(`No link was made: ${made.error.code}`);
  return { unused: made.value.id, customerId };
}
