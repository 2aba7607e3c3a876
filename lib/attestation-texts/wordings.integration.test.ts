import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { attestationDrafts, attestations, attestationTexts } from "@/db/schema";
import { getOnboarding } from "@/lib/onboarding/queries";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { type Staff, staff } from "@/scripts/testing/actors";
import { auditOf, customerRow, readyDraft, sentCustomer } from "@/scripts/testing/drafts";
import { handedIn } from "@/scripts/testing/invitations";
import { sayWrong } from "@/scripts/testing/settings";
import type { WordingKind } from "./model";
import { publishWording } from "./publish";
import { getWording, listWordings } from "./queries";
import { discardWordingDraft, saveWordingDraft } from "./save-draft";

afterEach(() => db.delete(attestationDrafts));

/** Saves a draft. @returns what somebody sees who is about to publish it. */
async function drafted(actor: Staff, kind: WordingKind, body: string) {
  const saved = await saveWordingDraft(actor, { kind, title: "Title", body }, sayWrong);
  expect(saved).toMatchObject({ ok: true });
  const { draft, versions } = await getWording(actor, kind);
  return { kind, savedAt: draft?.savedAt ?? "", version: versions[0]?.version ?? 0 };
}

test("what came with the product is version 1, under its hash", async () => {
  for (const { version, body, sha256, publishedBy } of await listWordings(await staff("admin"))) {
    expect({ version, publishedBy }).toEqual({ version: 1, publishedBy: null });
    expect(sha256).toBe(createHash("sha256").update(body).digest("hex"));
  }
});

test("a published draft is in force, asks ready drafts again, and leaves what was sent alone", async () => {
  const admin = await staff("admin");
  const [ready, { id: sent }] = [await readyDraft(admin), await sentCustomer(admin)];
  const body = "I confirm that {partner} knows {legalEntityName} – “really”.";
  const seen = await drafted(admin, "due_diligence", body);
  expect((await getOnboarding(admin, ready))?.attestation.current).toBe(true);

  const published = await publishWording(admin, seen);
  expect(published).toEqual({ ok: true, value: { version: seen.version + 1 } });
  const { versions, draft } = await getWording(admin, "due_diligence");
  const [current, before] = versions;
  expect(draft).toBeNull();
  expect(current).toMatchObject({ version: seen.version + 1, publishedBy: admin.name });
  expect(current?.sha256).toBe(
    createHash("sha256")
      .update(current?.body ?? "")
      .digest("hex"),
  );
  const rebuilt = (kept: string) =>
    current?.difference
      ?.filter(({ change }) => change === "same" || change === kept)
      .map(({ text }) => text)
      .join("");
  expect(rebuilt("added")).toBe(current?.body);
  expect(rebuilt("removed")).toBe(before?.body);
  expect(await auditOf("due_diligence")).toContain("wording.published");

  expect((await customerRow(ready)).status).toBe("DRAFT");
  expect((await getOnboarding(admin, ready))?.attestation.current).toBe(false);
  expect(await submitOnboarding(admin, ready)).toMatchObject({ error: { code: "not_attested" } });
  expect((await customerRow(sent)).status).toBe("PENDING_ENABLEMENT");
  const evidence = await db.select().from(attestations).where(eq(attestations.customerId, sent));
  expect(evidence.map(({ textVersion }) => textVersion)).toEqual([seen.version, 1].toSorted());
});

test("what a customer accepted stays accepted", async () => {
  const admin = await staff("admin");
  const { customerId } = await handedIn(admin, { acceptsAddendum: true });
  const seen = await drafted(admin, "addendum_acceptance", "I accept for {legalEntityName}.");
  expect(await publishWording(admin, seen)).toMatchObject({ ok: true });
  expect((await customerRow(customerId)).status).toBe("IN_REVIEW");
});

test("of two who publish at once, one does", async () => {
  const admin = await staff("admin");
  const seen = await drafted(admin, "bank_addendum", "I confirm the addendum.");
  const outcomes = await Promise.all([1, 2, 3].map(() => publishWording(admin, seen)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const rows = and(
    eq(attestationTexts.kind, "bank_addendum"),
    eq(attestationTexts.version, seen.version + 1),
  );
  expect(await db.$count(attestationTexts, rows)).toBe(1);
});

test("another draft than was read is not published", async () => {
  const [admin, colleague] = [await staff("admin"), await staff("admin")];
  const seen = await drafted(admin, "bank_addendum", "I confirm one thing.");
  await drafted(colleague, "bank_addendum", "I confirm another thing.");
  const late = await publishWording(admin, { ...seen, savedAt: "2026-01-01T00:00:00.000Z" });
  expect(late).toEqual({ ok: false, error: { code: "changed_meanwhile" } });
  const older = await publishWording(admin, { ...seen, version: 0 });
  expect(older).toEqual({ ok: false, error: { code: "changed_meanwhile" } });
});

test("nothing is published where the draft says what is in force, or is gone", async () => {
  const admin = await staff("admin");
  const [current] = (await getWording(admin, "bank_addendum")).versions;
  const kind = "bank_addendum" as const;
  const same = { kind, title: current?.title ?? "", body: current?.body ?? "" };
  await saveWordingDraft(admin, same, sayWrong);
  const { draft } = await getWording(admin, kind);
  const seen = { kind, savedAt: draft?.savedAt ?? "", version: current?.version ?? 0 };
  const nothing = { ok: false, error: { code: "nothing_new" } };
  expect(await publishWording(admin, seen)).toEqual(nothing);
  await discardWordingDraft(admin, kind);
  expect(await publishWording(admin, seen)).toEqual(nothing);
});

test.each([
  [{ title: " " }, "title"],
  [{ body: "" }, "body"],
  [{ body: "x".repeat(2_001) }, "body"],
  [{ body: "I confirm for {company}." }, "body"],
])("%j is told at its field", async (change, field) => {
  const typed = { kind: "bank_addendum" as const, title: "Title", body: "Body", ...change };
  const saved = await saveWordingDraft(await staff("admin"), typed, sayWrong);
  expect(saved).toMatchObject({
    error: { code: "incorrect", errors: { [field]: expect.any(String) } },
  });
  expect(await db.$count(attestationDrafts)).toBe(0);
});
