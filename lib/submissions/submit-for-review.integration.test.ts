import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { createAttempts, submissions } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { saveStep } from "@/lib/onboarding/save-step";
import { staff, applicant as stranger, system } from "@/scripts/testing/actors";
import {
  auditOf,
  completeAnswers,
  customerRow,
  readyDraft,
  wholeStep,
} from "@/scripts/testing/drafts";
import { applicantOf, fillIn, handedIn, invited } from "@/scripts/testing/invitations";
import { submitForReview } from "./submit-for-review";

describe("an invited person", () => {
  test("types, submits, and is told a reference", async () => {
    const { customerId, applicant } = await invited(await staff("onboarder"));
    expect(await customerRow(customerId)).toMatchObject({ status: "INVITED" });
    await fillIn(applicant);
    expect(await customerRow(customerId)).toMatchObject({ status: "CUSTOMER_EDITING" });
    const submitted = await submitForReview(applicant, { customerId, addendumVersion: null });
    expect(submitted).toEqual({
      ok: true,
      value: { reference: expect.stringMatching(/^[2-9A-HJKMNP-Z]{8}$/) },
    });
    expect(await customerRow(customerId)).toMatchObject({ status: "IN_REVIEW" });
    expect((await auditOf(customerId)).slice(-2)).toContain("onboarding.submitted");
  });

  test("leaves complete evidence, with the addendum it accepted", async () => {
    const { customerId, applicant } = await handedIn(await staff("admin"), {
      acceptsAddendum: true,
    });
    const [kept] = await db
      .select()
      .from(submissions)
      .where(eq(submissions.customerId, customerId));
    expect(kept).toMatchObject({
      invitationId: applicant.invitationId,
      userId: null,
      name: applicant.name,
      email: applicant.email,
      authenticatedAt: applicant.authenticatedAt,
      ...applicant.origin,
      answersSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      addendumVersion: 1,
      addendumText: expect.stringContaining("Harbor"),
      addendumSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each([
    [null, "addendum_not_accepted"],
    [7, "stale"],
  ])("who accepts version %j of the addendum is told %s", async (addendumVersion, code) => {
    const { customerId, applicant } = await invited(await staff("onboarder"), {
      acceptsAddendum: true,
    });
    await fillIn(applicant);
    expect(await submitForReview(applicant, { customerId, addendumVersion })).toMatchObject({
      error: { code },
    });
  });

  test("is told which of its own sections are incomplete, not ours", async () => {
    const { customerId, applicant } = await invited(await staff("onboarder"), {
      fillers: { support: "customer" },
    });
    expect(await submitForReview(applicant, { customerId, addendumVersion: null })).toEqual({
      ok: false,
      error: { code: "incomplete", steps: ["support"] },
    });
    await fillIn(applicant);
    expect(await submitForReview(applicant, { customerId, addendumVersion: null })).toMatchObject({
      ok: true,
    });
  });

  test("changes nothing after it has submitted, and submits once", async () => {
    const { customerId, applicant } = await handedIn(await staff("onboarder"));
    const late = wholeStep(customerId, "support", { email: "late@harbor.example" });
    const gone = { ok: false, error: { code: "already_sent", status: "IN_REVIEW" } };
    expect(await saveStep(applicant, late)).toEqual(gone);
    expect(await submitForReview(applicant, { customerId, addendumVersion: null })).toEqual(gone);
  });

  test("reaches no other section and no other onboarding", async () => {
    const { customerId, applicant } = await invited(await staff("onboarder"), {
      fillers: { support: "customer" },
    });
    const company = wholeStep(customerId, "company", completeAnswers().company);
    await expect(saveStep(applicant, company)).rejects.toThrow(ForbiddenError);
    const other = await invited(await staff("onboarder"));
    const foreign = wholeStep(other.customerId, "support", completeAnswers().support);
    await expect(saveStep(applicant, foreign)).rejects.toThrow(ForbiddenError);
    for (const actor of [stranger, system, await staff("viewer")]) {
      await expect(submitForReview(actor, { customerId, addendumVersion: null })).rejects.toThrow(
        ForbiddenError,
      );
    }
  });
});

describe("the database", () => {
  test("keeps a submission as it was", async () => {
    const { customerId } = await handedIn(await staff("onboarder"));
    const changed = db
      .update(submissions)
      .set({ name: "Somebody else" })
      .where(eq(submissions.customerId, customerId));
    await expect(changed).rejects.toThrow();
    await expect(db.delete(submissions)).rejects.toThrow();
  });

  test.each([
    ["a foreign customer", { customerId: "other" }],
    ["no address", { ip: "" }],
    ["no person", { invitationId: null }],
    ["an addendum without its words", { addendumVersion: 1 }],
  ])("refuses a submission with %s", async (_, wrong) => {
    const onboarder = await staff("onboarder");
    const { customerId, applicant } = await handedIn(onboarder);
    const other = await invited(onboarder);
    const [kept] = await db
      .select()
      .from(submissions)
      .where(eq(submissions.customerId, customerId));
    if (!kept) throw new Error("Nothing was handed in");
    const { id: _id, ...copy } = kept;
    const row = { ...copy, ...wrong, reference: `again-${applicant.invitationId}` };
    const target = "customerId" in wrong ? other.customerId : customerId;
    await expect(db.insert(submissions).values({ ...row, customerId: target })).rejects.toThrow();
  });

  test("refuses an attempt at Plaid without both confirmations of what is sent", async () => {
    const admin = await staff("admin");
    const customerId = await readyDraft(admin);
    const attempt = { customerId, payload: {}, payloadSha256: "another", userId: admin.userId };
    await expect(db.insert(createAttempts).values(attempt)).rejects.toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ code: "23514" }) }),
    );
  });

  test("knows the invitation by a hash alone", async () => {
    const { applicant } = await invited(await staff("onboarder"));
    expect(await applicantOf(applicant.invitationId)).toBeDefined();
    const rows = await db.execute(
      sql`select token_hash from invitations where id = ${applicant.invitationId}`,
    );
    expect(rows[0]?.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
