import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, invitations, logos, partnerSettings, reviewComments } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { awaitsLogo, getLogo, keepLogo } from "@/lib/onboarding/logo";
import { saveStep } from "@/lib/onboarding/save-step";
import { type Staff, staff, system } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";
import { completeAnswers, readyDraft, wholeStep } from "@/scripts/testing/drafts";
import { fillIn, handedIn, invited } from "@/scripts/testing/invitations";
import { png } from "@/scripts/testing/png";
import { getApplication } from "./queries";

const mark = () => `M${randomUUID().replaceAll("-", "").slice(0, 19)}`;

async function named(actor: Staff, name: string) {
  await db.execute(sql`update users set name = ${name} where id = ${actor.userId}`);
  return { ...actor, name };
}

test("nothing reaches an invited person but its own sections", async () => {
  const [twin, contact, note, colleague, website] = [mark(), mark(), mark(), mark(), mark()];
  const onboarder = await named(await staff("onboarder"), colleague);
  // Another customer of the same names, which staff are warned of.
  await readyDraft(onboarder, completeAnswers(twin));
  await db
    .insert(partnerSettings)
    .values({ partnerName: "Nordwind", technicalContact: contact, billingContact: contact });

  const { customerId, applicant } = await invited(onboarder, {
    fillers: { contacts: "customer", support: "customer" },
  });
  const { company, support } = completeAnswers(twin);
  const ours = { ...company, website: `https://${website.toLowerCase()}.example` };
  await saveStep(onboarder, wholeStep(customerId, "company", ours));
  await saveStep(onboarder, wholeStep(customerId, "support", support));
  await db.insert(reviewComments).values({
    customerId,
    step: "support",
    path: "email",
    body: note,
    internal: true,
    userId: onboarder.userId,
    userName: colleague,
  });

  const typed = { ...support, email: "help@elsewhere.example" };
  const saved = await saveStep(
    applicant,
    wholeStep(customerId, "support", typed, { base: 0, editor: "edt_other" }),
  );
  const view = await getApplication(applicant).finally(() => db.delete(partnerSettings));
  expect(view).toMatchObject({ steps: ["contacts", "support"], phase: "filling" });
  const shown = JSON.stringify([view, saved]).toLowerCase();
  for (const hidden of [twin, contact, note, colleague, website]) {
    expect(shown).not.toContain(hidden.toLowerCase());
  }
  for (const inner of [customerId, onboarder.userId, onboarder.email]) {
    expect(shown).not.toContain(inner);
  }
});

test("a name that another customer has is no warning for an invited person", async () => {
  const onboarder = await staff("onboarder");
  const name = mark();
  await addCustomers(onboarder, [
    { companyName: "The other one", applicationName: name, applicationNameKey: name.toLowerCase() },
  ]);
  const { customerId, applicant } = await invited(onboarder);
  await saveStep(applicant, wholeStep(customerId, "company", completeAnswers(name).company));
  const view = await getApplication(applicant);
  expect(view?.checks.company.warnings).toEqual({});
});

test("what is wrong with an answer is said in the language of whoever gives it", async () => {
  const { customerId, applicant } = await invited(await staff("onboarder"), { language: "es" });
  const { company } = completeAnswers(mark());
  const typed = { ...company, companyName: "", website: "http://harbor.example" };
  const saved = await saveStep(applicant, wholeStep(customerId, "company", typed));
  expect(saved).toMatchObject({
    value: {
      errors: { companyName: "Introduzca el nombre de la empresa" },
      warnings: { website: "Esta dirección usa http. Use https:// si el sitio lo ofrece" },
      language: "es",
    },
  });
  const inFrench = { ...applicant, language: "fr" as const };
  expect((await getApplication(inFrench))?.checks.company.errors).toEqual({
    companyName: "Saisissez le nom de l’entreprise",
  });
});

test("it says how far each section is, and what is missing", async () => {
  const { applicant, customerId } = await invited(await staff("onboarder"), {
    fillers: { support: "customer", logo: "customer" },
  });
  expect((await getApplication(applicant))?.sections).toEqual([
    { step: "support", state: "not_started", missing: ["support.email"] },
    { step: "logo", state: "not_started", missing: [] },
  ]);
  await saveStep(applicant, wholeStep(customerId, "support", completeAnswers().support));
  expect((await getApplication(applicant))?.sections[0]).toMatchObject({ state: "completed" });
});

test("the addendum is shown to who accepts it, with the names and the version", async () => {
  const onboarder = await staff("onboarder");
  const { applicant } = await invited(onboarder, { acceptsAddendum: true });
  await fillIn(applicant, completeAnswers("Harbor Line"));
  expect(await getApplication(applicant)).toMatchObject({
    addendum: { version: 1, body: expect.stringContaining("Harbor Line Inc.") },
  });
  const without = await invited(onboarder);
  expect(await getApplication(without.applicant)).toMatchObject({ addendum: null });
});

test("after submitting it shows the receipt and what was submitted, whatever became of it", async () => {
  const onboarder = await staff("onboarder");
  const { applicant, customerId, reference } = await handedIn(onboarder);
  const before = await getApplication(applicant);
  expect(before).toMatchObject({
    phase: "submitted",
    decision: null,
    receipt: { reference, name: applicant.name, addendum: null },
  });
  const [row] = await db
    .update(customers)
    .set({ status: "ACTIVE" })
    .where(eq(customers.id, customerId))
    .returning({ id: customers.id });
  expect(row).toBeDefined();
  expect((await getApplication(applicant))?.answers).toEqual(before?.answers);
});

test("a link that was revoked or has ended shows nothing, and nobody else has one", async () => {
  const onboarder = await staff("admin");
  for (const change of [
    { revokedAt: sql`now()` },
    { expiresAt: sql`now() - interval '1 second'` },
  ]) {
    const { applicant } = await invited(onboarder);
    expect(await getApplication(applicant)).toBeDefined();
    await db.update(invitations).set(change).where(eq(invitations.id, applicant.invitationId));
    expect(await getApplication(applicant)).toBeUndefined();
  }
  const [one, other] = [await invited(onboarder), await invited(onboarder)];
  const crossed = { ...one.applicant, customerId: other.customerId };
  expect(await getApplication(crossed)).toBeUndefined();
  for (const actor of [onboarder, system]) {
    await expect(getApplication(actor)).rejects.toThrow(ForbiddenError);
  }
});

test("an invited person sees the logo of its own draft, and no other", async () => {
  const onboarder = await staff("onboarder");
  const { applicant, customerId } = await invited(onboarder);
  const other = await invited(onboarder);
  const sha256 = await ownLogo(other.applicant);
  expect(await getLogo(other.applicant, sha256)).toBeUndefined();
  await saveStep(
    other.applicant,
    wholeStep(other.customerId, "logo", { createLinkCustomization: false, logo: sha256 }),
  );
  expect(await getLogo(other.applicant, sha256)).toBeDefined();
  expect(await getLogo(applicant, sha256)).toBeUndefined();
  const [kept] = await db
    .select({ sha256: logos.sha256 })
    .from(logos)
    .where(eq(logos.sha256, sha256));
  expect(kept).toBeDefined();

  const without = await invited(onboarder, { fillers: { support: "customer" } });
  await expect(getLogo(without.applicant, sha256)).rejects.toThrow(ForbiddenError);
  await expect(awaitsLogo(applicant, other.customerId)).rejects.toThrow(ForbiddenError);
  expect(await awaitsLogo(applicant, customerId)).toEqual({ ok: true, value: null });
  const done = await handedIn(onboarder);
  expect(await awaitsLogo(done.applicant, done.customerId)).toMatchObject({
    error: { code: "already_sent" },
  });
});

async function ownLogo(applicant: Parameters<typeof keepLogo>[0]): Promise<string> {
  const kept = await keepLogo(applicant, png());
  if (!kept.ok) throw new Error(kept.error.code);
  return kept.value.sha256;
}
