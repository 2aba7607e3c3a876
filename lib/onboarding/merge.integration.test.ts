import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { stepAnswers } from "@/db/schema";
import type { Patch } from "@/lib/answers/model";
import { staff } from "@/scripts/testing/actors";
import { auditOf, completeAnswers, wholeStep } from "@/scripts/testing/drafts";
import { type StepInput, saveStep } from "./save-step";
import { startOnboarding } from "./start";

const { support } = completeAnswers("Harbor Pay");

/** Two people who opened the same step when it stood as `support`, at version 1. */
async function openedTwice() {
  const ana = await staff("onboarder");
  const bo = await staff("admin");
  const { id } = await startOnboarding(ana);
  await saveStep(ana, wholeStep(id, "support", support));
  const post = (actor: typeof ana, patch: Patch, more: Partial<StepInput> = {}) =>
    saveStep(actor, {
      ...wholeStep(id, "support", {}, { base: 1, editor: actor.userId, continued: false }),
      patch,
      ...more,
    });
  return { ana, bo, id, post };
}

async function kept(customerId: string) {
  const [row] = await db
    .select()
    .from(stepAnswers)
    .where(and(eq(stepAnswers.customerId, customerId), eq(stepAnswers.step, "support")));
  return row;
}

describe("two people in one step", () => {
  test("different fields are merged, and each is told of the other's", async () => {
    const { ana, bo, id, post } = await openedTwice();
    await post(ana, { phoneNumber: "+1 617 555 0132" });
    expect(await post(bo, { contactUrl: "harbor.example/help" })).toMatchObject({
      value: {
        version: 3,
        conflicts: [],
        theirs: [{ path: "phoneNumber", value: "+1 617 555 0132", by: ana.name }],
      },
    });
    expect((await kept(id))?.answers).toMatchObject({
      phoneNumber: "+1 617 555 0132",
      contactUrl: "harbor.example/help",
    });
  });

  test("the same field is left as the first typed it, and the second may choose", async () => {
    const { ana, bo, id, post } = await openedTwice();
    await post(ana, { email: "ana@harbor.example" });
    const patch = { email: "bo@harbor.example", phoneNumber: "+1 617 555 0132" };
    expect(await post(bo, patch)).toMatchObject({
      value: {
        version: 3,
        conflicts: [{ path: "email", value: "ana@harbor.example", by: ana.name }],
      },
    });
    expect((await kept(id))?.answers).toMatchObject({
      email: "ana@harbor.example",
      phoneNumber: "+1 617 555 0132",
    });

    await post(bo, { email: "bo@harbor.example" }, { base: 3, seq: 2 });
    expect((await kept(id))?.answers).toMatchObject({ email: "bo@harbor.example" });
  });

  test("the same value typed by both is no conflict", async () => {
    const { ana, bo, post } = await openedTwice();
    await post(ana, { email: "same@harbor.example" });
    expect(await post(bo, { email: "same@harbor.example" })).toMatchObject({
      value: { version: 2, conflicts: [] },
    });
  });

  test("one person in two windows is somebody else, too", async () => {
    const { ana, post } = await openedTwice();
    await post(ana, { email: "one@harbor.example" });
    expect(await post(ana, { email: "two@harbor.example" }, { editor: "other" })).toMatchObject({
      value: { conflicts: [{ path: "email", who: "you" }] },
    });
  });

  // Guarantees that no answer is ever lost without its author being told.
  test("ten at once: one is kept, nine are told", async () => {
    const { ana, id, post } = await openedTwice();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        post(ana, { email: `help${n}@harbor.example` }, { editor: `window ${n}` }),
      ),
    );
    const told = outcomes.filter((saved) => saved.ok && saved.value.conflicts.length === 1);
    expect(told).toHaveLength(9);
    expect(await kept(id)).toMatchObject({ version: 2 });
  });
});

describe("one page that saves while somebody types", () => {
  test("a post that was overtaken changes nothing", async () => {
    const { ana, id, post } = await openedTwice();
    await post(ana, { email: "whole@harbor.example" }, { seq: 7 });
    await post(ana, { email: "who" }, { seq: 6 });
    expect((await kept(id))?.answers).toMatchObject({ email: "whole@harbor.example" });
  });

  test("its later posts need no newer base", async () => {
    const { ana, post } = await openedTwice();
    await post(ana, { email: "a@harbor.example" }, { seq: 1 });
    expect(await post(ana, { email: "ab@harbor.example" }, { seq: 2 })).toMatchObject({
      value: { version: 3, conflicts: [], theirs: [] },
    });
  });

  test("is one entry in the audit log, however often it saves", async () => {
    const { ana, id, post } = await openedTwice();
    const before = await auditOf(id);
    for (let seq = 1; seq <= 5; seq++) await post(ana, { email: `${seq}@harbor.example` }, { seq });
    expect(await auditOf(id)).toEqual([...before, "onboarding.step_saved"]);
  });

  test("looking alone saves nothing and tells what others did", async () => {
    const { ana, bo, id, post } = await openedTwice();
    await post(ana, { email: "ana@harbor.example" });
    expect(await post(bo, {})).toMatchObject({
      value: { version: 2, theirs: [{ path: "email", value: "ana@harbor.example" }] },
    });
    expect(await kept(id)).toMatchObject({ version: 2, savedBy: ana.userId });
  });
});

test("an empty step is begun by Continue, not by looking at it", async () => {
  const ana = await staff("onboarder");
  const { id } = await startOnboarding(ana);
  await saveStep(ana, { ...wholeStep(id, "support", {}), continued: false });
  expect(await kept(id)).toBeUndefined();
  await saveStep(ana, wholeStep(id, "support", {}));
  expect(await kept(id)).toMatchObject({ version: 1 });
});

test("who fills in a contact means that contact", async () => {
  const ana = await staff("onboarder");
  const { id } = await startOnboarding(ana);
  await saveStep(
    ana,
    wholeStep(id, "contacts", {}, { patch: { "technical.email": "a@b.example" } }),
  );
  const [row] = await db.select().from(stepAnswers).where(eq(stepAnswers.customerId, id));
  expect(row?.answers).toMatchObject({ technical: { use: "theirs" }, billing: { use: "ours" } });
});
