import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { attestations, attestationTexts, customers, partnerSettings } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { applicant, type Staff, staff, system } from "@/scripts/testing/actors";
import {
  auditOf,
  completeAnswers,
  customerRow,
  readyDraft,
  wholeStep,
} from "@/scripts/testing/drafts";
import { attest } from "./attest";
import { type Answers, answerSteps, emptyAnswers } from "./model";
import { getOnboarding } from "./queries";
import { saveStep } from "./save-step";
import { startOnboarding } from "./start";
import { submitOnboarding } from "./submit";

async function answeredDraft(actor: Staff, answers = completeAnswers()): Promise<string> {
  const { id } = await startOnboarding(actor);
  for (const step of answerSteps) {
    await saveStep(actor, wholeStep(id, step, answers[step]));
  }
  return id;
}

/** What the form on the screen would send with both boxes ticked. */
async function confirmation(actor: Staff, id: string) {
  const view = await getOnboarding(actor, id);
  const versionOf = (kind: string) =>
    view?.attestation.texts.find((text) => text.kind === kind)?.version ?? 0;
  return {
    id,
    dueDiligence: true,
    bankAddendum: true,
    textVersions: {
      due_diligence: versionOf("due_diligence"),
      bank_addendum: versionOf("bank_addendum"),
    },
    payloadSha256: view?.attestation.payloadSha256 ?? "",
  };
}

function evidenceOf(id: string) {
  return db
    .select()
    .from(attestations)
    .where(eq(attestations.customerId, id))
    .orderBy(attestations.kind);
}

describe("both confirmed", () => {
  test("leaves complete evidence: who, when, from where, which words, which answers", async () => {
    const onboarder = await staff("onboarder");
    await db.insert(partnerSettings).values({ partnerName: "Nordwind $& GmbH" });
    const id = await answeredDraft(onboarder, completeAnswers("Harbor {partner}"));
    const input = await confirmation(onboarder, id);
    const done = await attest(onboarder, input).finally(() => db.delete(partnerSettings));
    expect(done).toEqual({ ok: true, value: null });

    const rows = await evidenceOf(id);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toMatchObject({
        textVersion: 1,
        payloadSha256: input.payloadSha256,
        textSha256: createHash("sha256").update(row.text).digest("hex"),
        userId: onboarder.userId,
        userName: onboarder.name,
        authenticatedAt: onboarder.authenticatedAt,
        ip: "192.0.2.7",
        userAgent: "test browser",
      });
      expect(Object.values(row)).not.toContain(null);
    }
    expect(rows.map(({ kind, text }) => [kind, text])).toEqual([
      [
        "bank_addendum",
        "I confirm that Nordwind $& GmbH has sent the Plaid bank addendum to Harbor {partner} Inc.",
      ],
      [
        "due_diligence",
        "I confirm that Nordwind $& GmbH has completed its due diligence on Harbor {partner} Inc., as our agreement with Plaid requires.",
      ],
    ]);
    expect((await customerRow(id)).status).toBe("READY");
    expect(await auditOf(id)).toContain("onboarding.attested");
  });

  test("confirming again what already counts adds nothing", async () => {
    const onboarder = await staff("onboarder");
    const id = await answeredDraft(onboarder);
    const input = await confirmation(onboarder, id);
    await Promise.all(Array.from({ length: 5 }, () => attest(onboarder, input)));
    expect(await evidenceOf(id)).toHaveLength(2);
  });

  test("a changed answer ends it, and the submission with it, until it is confirmed anew", async () => {
    const onboarder = await staff("onboarder");
    const answers = completeAnswers();
    const id = await readyDraft(onboarder, answers);
    const company: Answers["company"] = { ...answers.company, legalEntityName: "Harbor Two LLC" };
    await saveStep(onboarder, wholeStep(id, "company", company, { base: 1 }));

    const view = await getOnboarding(onboarder, id);
    expect(view?.attestation.current).toBe(false);
    expect(view?.attestation.evidence.map(({ current }) => current)).toEqual([false, false]);
    expect(view?.sections).toContainEqual({
      step: "attestations",
      state: "in_progress",
      missing: [],
      filler: "us",
    });
    expect(view?.requirements[0]?.reason).toContain("confirmed again");
    expect(await submitOnboarding(onboarder, id)).toEqual({
      ok: false,
      error: { code: "not_attested" },
    });

    expect(await attest(onboarder, await confirmation(onboarder, id))).toMatchObject({ ok: true });
    expect(await evidenceOf(id)).toHaveLength(4);
    expect((await customerRow(id)).status).toBe("READY");
  });
});

describe("what is refused", () => {
  test("one box alone, by name", async () => {
    const onboarder = await staff("onboarder");
    const id = await answeredDraft(onboarder);
    const input = { ...(await confirmation(onboarder, id)), bankAddendum: false };
    expect(await attest(onboarder, input)).toMatchObject({
      ok: false,
      error: { code: "not_ticked", unticked: ["bank_addendum"] },
    });
    expect(await evidenceOf(id)).toEqual([]);
  });

  test("other answers than were on the screen", async () => {
    const onboarder = await staff("onboarder");
    const answers = completeAnswers();
    const id = await answeredDraft(onboarder, answers);
    const input = await confirmation(onboarder, id);
    const support = { ...answers.support, email: "new@harbor.example" };
    await saveStep(onboarder, wholeStep(id, "support", support, { base: 1 }));
    expect(await attest(onboarder, input)).toEqual({ ok: false, error: { code: "stale" } });
    expect(await evidenceOf(id)).toEqual([]);
  });

  test("other words than were on the screen, and earlier evidence for older words", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    const old = await confirmation(onboarder, id);
    await db
      .insert(attestationTexts)
      .values({ kind: "bank_addendum", version: 2, title: "Bank addendum", body: "Other words." });

    expect((await getOnboarding(onboarder, id))?.attestation.current).toBe(false);
    expect(await attest(onboarder, old)).toEqual({ ok: false, error: { code: "stale" } });
    expect(await attest(onboarder, await confirmation(onboarder, id))).toMatchObject({ ok: true });
    expect((await evidenceOf(id)).map(({ text }) => text)).toContain("Other words.");
  });

  test("answers that are not complete", async () => {
    const onboarder = await staff("onboarder");
    const answers = { ...completeAnswers(), support: emptyAnswers.support };
    const id = await answeredDraft(onboarder, answers);
    expect(await attest(onboarder, await confirmation(onboarder, id))).toEqual({
      ok: false,
      error: { code: "incomplete", steps: ["support"] },
    });
  });

  test.each([
    ["a viewer", () => staff("viewer")],
    ["an invited customer", async () => applicant],
    ["the system", async () => system],
  ])("%s", async (_, actor) => {
    const onboarder = await staff("onboarder");
    const id = await answeredDraft(onboarder);
    const input = await confirmation(onboarder, id);
    await expect(attest(await actor(), input)).rejects.toThrow(ForbiddenError);
    expect(await evidenceOf(id)).toEqual([]);
  });

  test.each(["SUBMITTING", "UNDER_REVIEW", "ACTIVE"])("in %s", async (status) => {
    const onboarder = await staff("onboarder");
    const id = await answeredDraft(onboarder);
    const input = await confirmation(onboarder, id);
    await db.update(customers).set({ status }).where(eq(customers.id, id));
    expect(await attest(onboarder, input)).toMatchObject({
      ok: false,
      error: { code: "already_sent" },
    });
    expect(await evidenceOf(id)).toEqual([]);
  });

  test("an id that is none of ours", async () => {
    const onboarder = await staff("onboarder");
    const input = await confirmation(onboarder, await answeredDraft(onboarder));
    expect(await attest(onboarder, { ...input, id: "cus_none" })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });
});

// Guarantees that evidence cannot be corrected afterwards, not even by the portal itself.
test("evidence cannot be changed or deleted", async () => {
  const onboarder = await staff("onboarder");
  const id = await answeredDraft(onboarder);
  await attest(onboarder, await confirmation(onboarder, id));
  const mine = eq(attestations.customerId, id);
  await expect(db.update(attestations).set({ userName: "x" }).where(mine)).rejects.toThrow();
  await expect(db.delete(attestations).where(mine)).rejects.toThrow();
  expect(await evidenceOf(id)).toHaveLength(2);
});
