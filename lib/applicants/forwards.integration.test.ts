import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { invitations, mails } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { saveStep } from "@/lib/onboarding/save-step";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { staff, system } from "@/scripts/testing/actors";
import { auditOf, completeAnswers, wholeStep } from "@/scripts/testing/drafts";
import { applicantOf, fillIn, handedIn, invited } from "@/scripts/testing/invitations";
import { openBrowser, tokenOf } from "@/scripts/testing/visits";
import { finishForwarded, forwardSections, withdrawForward } from "./forwards";
import { getApplication } from "./queries";

const colleague = () => ({ name: "Kofi Mensah", email: `kofi-${randomUUID()}@customer.test` });

async function forwarded() {
  const made = await invited(await staff("onboarder"));
  const sent = await forwardSections(made.applicant, { ...colleague(), steps: ["support"] });
  if (!sent.ok) throw new Error(sent.error.code);
  return { ...made, id: sent.value.id, colleague: await applicantOf(sent.value.id) };
}

test("a colleague gets a link of its own, and sees and fills in that section alone", async () => {
  const { applicant, customerId, colleague, id } = await forwarded();
  await saveStep(applicant, wholeStep(customerId, "company", completeAnswers("Elsewhere").company));
  const view = await getApplication(colleague);
  expect(view).toMatchObject({ steps: ["support"], forwarded: true, companyName: "" });
  expect(JSON.stringify(view)).not.toContain("Elsewhere");

  const { support, contacts } = completeAnswers();
  expect(await saveStep(colleague, wholeStep(customerId, "support", support))).toMatchObject({
    ok: true,
  });
  await expect(saveStep(colleague, wholeStep(customerId, "contacts", contacts))).rejects.toThrow(
    ForbiddenError,
  );
  const mailed = await db
    .select({ to: mails.recipient, template: mails.template })
    .from(mails)
    .where(eq(mails.invitationId, id));
  expect(mailed).toEqual([{ to: colleague.email, template: "forwarded" }]);
  expect(await auditOf(customerId)).toContain("invitation.forwarded");
});

test("who was passed a section says that it is done, and neither submits nor passes it on", async () => {
  const { applicant, customerId, colleague } = await forwarded();
  await fillIn(applicant);
  const submitted = submitForReview(colleague, { customerId, addendumVersion: null });
  await expect(submitted).rejects.toThrow(ForbiddenError);
  const further = { name: "Bo Li", email: "bo@customer.test", steps: ["support" as const] };
  await expect(forwardSections(colleague, further)).rejects.toThrow(ForbiddenError);

  expect(await finishForwarded(colleague)).toEqual({ ok: true, value: null });
  expect(await getApplication(applicant)).toMatchObject({ forwards: [{ state: "done" }] });
  expect(await finishForwarded(applicant)).toEqual({ ok: false, error: { code: "not_found" } });
});

test("what was passed on can be taken back, by who passed it on alone", async () => {
  const { applicant, customerId, colleague, id } = await forwarded();
  const other = await invited(await staff("onboarder"));
  expect(await withdrawForward(other.applicant, id)).toMatchObject({ ok: false });
  const browser = openBrowser(await tokenOf(id), { ip: randomUUID(), userAgent: "phone" });
  await browser.start();
  await browser.give(await browser.code());
  expect(await browser.at()).toBe("inside");

  expect(await withdrawForward(applicant, id)).toEqual({ ok: true, value: null });
  expect(await browser.at()).toBe("unknown");
  expect(await getApplication(colleague)).toBeUndefined();
  const late = saveStep(colleague, wholeStep(customerId, "support", completeAnswers().support));
  await expect(late).rejects.toThrow(ForbiddenError);
  expect(await auditOf(customerId)).toContain("invitation.withdrawn");
});

test("a section that was passed on ends with the link of who passed it on", async () => {
  const { applicant, id } = await forwarded();
  const browser = openBrowser(await tokenOf(id), { ip: randomUUID(), userAgent: "phone" });
  expect(await browser.at()).toBe("needs_start");
  await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(eq(invitations.id, applicant.invitationId));
  expect(await browser.at()).toBe("unknown");
});

test.each([
  ["nothing", { name: "", email: "", steps: [] }, ["name", "email", "steps"]],
  ["two addresses", { email: "a@customer.test, b@evil.test" }, ["email"]],
  ["a header", { email: "a@customer.test\r\nBcc: b@evil.test" }, ["email"]],
])("passing on to %s is explained, and nothing is mailed", async (_, wrong, fields) => {
  const { applicant } = await invited(await staff("onboarder"));
  const result = await forwardSections(applicant, {
    ...colleague(),
    steps: ["support"],
    ...(wrong as object),
  });
  expect(result).toMatchObject({ error: { code: "incomplete" } });
  const errors = !result.ok && result.error.code === "incomplete" ? result.error.errors : {};
  expect(Object.keys(errors)).toEqual(fields);
  const own = eq(invitations.forwardedFrom, applicant.invitationId);
  expect(await db.$count(invitations, own)).toBe(0);
});

test("nobody passes on what is not theirs to pass on", async () => {
  const onboarder = await staff("onboarder");
  const { applicant } = await invited(onboarder, { fillers: { support: "customer" } });
  const input = { ...colleague(), steps: ["company" as const] };
  for (const actor of [applicant, onboarder, system]) {
    await expect(forwardSections(actor, input)).rejects.toThrow(ForbiddenError);
  }
  const done = await handedIn(onboarder);
  expect(await forwardSections(done.applicant, { ...colleague(), steps: ["support"] })).toEqual({
    ok: false,
    error: { code: "already_sent", status: "IN_REVIEW" },
  });
});

test("ten a day are passed on, and no more", async () => {
  const { applicant } = await invited(await staff("onboarder"));
  const send = () => forwardSections(applicant, { ...colleague(), steps: ["support"] });
  for (let sent = 0; sent < 10; sent++) expect(await send()).toMatchObject({ ok: true });
  expect(await send()).toEqual({ ok: false, error: { code: "too_many" } });
  const queued = and(eq(mails.template, "forwarded"), sql`true`);
  expect(await db.$count(mails, queued)).toBeGreaterThanOrEqual(10);
});
