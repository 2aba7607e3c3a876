import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, institutionChanges, institutions } from "@/db/schema";
import { listActivity } from "@/lib/activity/queries";
import { recordAudit } from "@/lib/audit/record";
import { ForbiddenError } from "@/lib/auth/actor";
import { getRegistration } from "@/lib/institutions/queries";
import { getOverview } from "@/lib/overview/queries";
import { everything } from "@/lib/portfolio/model";
import { applicant, staff, system } from "@/scripts/testing/actors";
import { addAttempts, addCustomers } from "@/scripts/testing/customers";
import { completeAnswers, readyDraft, sentCustomer } from "@/scripts/testing/drafts";
import { countCustomers } from "./counts";
import { getSentDetails } from "./details";
import { listCustomers } from "./list";
import { getCustomer } from "./queries";

describe("one customer", () => {
  test("carries the reason of the last attempt only while it stands", async () => {
    const viewer = await staff("viewer");
    const [id = ""] = await addCustomers(viewer, [{ status: "SUBMIT_FAILED" }]);
    const attempt = { customerId: id, state: "REFUSED" } as const;
    await addAttempts(viewer, [
      { ...attempt, errorCode: "OLD", startedAt: new Date("2026-01-01") },
      {
        ...attempt,
        errorKind: "rejected",
        errorCode: "LOGO_REQUIRED",
        errorMessage: "a logo is required",
        requestId: "AbC123",
      },
    ]);

    expect((await getCustomer(viewer, id))?.problem).toEqual({
      kind: "rejected",
      code: "LOGO_REQUIRED",
      message: "a logo is required",
      requestId: "AbC123",
    });
    await db.update(customers).set({ status: "DRAFT" }).where(eq(customers.id, id));
    expect((await getCustomer(viewer, id))?.problem).toBeNull();
  });

  test.each(["cus_nobody", "", "\0", "cus_' or 1=1"])("is not there for %j", async (id) => {
    const viewer = await staff("viewer");
    expect(await getCustomer(viewer, id)).toBeUndefined();
    expect(await getRegistration(viewer, id)).toBeUndefined();
  });

  test("shows people's details to those who work with them, masked to everybody else", async () => {
    const [onboarder, viewer] = await Promise.all([staff("onboarder"), staff("viewer")]);
    const answers = completeAnswers();
    const id = await readyDraft(onboarder, answers);

    const open = await getSentDetails(onboarder, id);
    const closed = await getSentDetails(viewer, id);

    expect(open.answers.contacts).toEqual(answers.contacts);
    expect(open.evidence).toMatchObject([
      { kind: "due_diligence", current: true, textVersion: 1 },
      { kind: "bank_addendum", current: true, textVersion: 1 },
    ]);
    expect(closed.masked).toBe(true);
    expect(closed.answers.company).toEqual(answers.company);
    for (const hidden of ["Ana", "Ruiz", "ana@", "bo@", "help@"]) {
      expect(JSON.stringify(closed.answers)).not.toContain(hidden);
    }
  });

  test("has at most the last ten changes of each bank, latest first", async () => {
    const viewer = await staff("viewer");
    const [id = ""] = await addCustomers(viewer, [{ status: "ACTIVE" }]);
    for (const institutionId of ["ins_1", "ins_2"]) {
      await db.insert(institutions).values({
        customerId: id,
        institutionId,
        name: institutionId,
        status: "ENABLED",
        environments: { production: "ENABLED" },
        errors: [],
      });
      await db.insert(institutionChanges).values(
        Array.from({ length: 12 }, (_, index) => ({
          customerId: id,
          institutionId,
          status: `S${index}`,
          source: "poll" as const,
          at: new Date(Date.UTC(2026, 10, 1, index)),
        })),
      );
    }

    const registration = await getRegistration(viewer, id);

    expect(registration?.institutions).toHaveLength(2);
    for (const bank of registration?.institutions ?? []) {
      expect(bank.history.map(({ status }) => status)).toEqual(
        Array.from({ length: 10 }, (_, index) => `S${11 - index}`),
      );
    }
  });

  test("has its activity in pages, and nobody else's", async () => {
    const viewer = await staff("viewer");
    const [id = "", other = ""] = await addCustomers(viewer, [{}, {}]);
    await db.transaction(async (tx) => {
      for (let entry = 0; entry < 60; entry++) {
        await recordAudit(tx, viewer, { action: `test.${entry}`, subject: id });
      }
      await recordAudit(tx, viewer, { action: "test.other", subject: other });
    });

    const first = await listActivity(viewer, id);
    const second = await listActivity(viewer, id, { before: first.older });

    expect([...first.entries, ...second.entries].map(({ action }) => action)).toEqual(
      Array.from({ length: 60 }, (_, index) => `test.${59 - index}`),
    );
    expect(second.older).toBeNull();
    expect((await listActivity(viewer, id, { before: "nonsense" })).entries).toHaveLength(50);
  });
});

describe("somebody who is not staff", () => {
  test.each([
    ["an applicant", applicant],
    ["the system", system],
  ])("%s reads nothing", async (_name, actor) => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    const reads = [
      () => listCustomers(actor, everything),
      () => countCustomers(actor),
      () => getOverview(actor),
      () => getCustomer(actor, id),
      () => getSentDetails(actor, id),
      () => getRegistration(actor, id),
      () => listActivity(actor, id),
    ];
    for (const read of reads) await expect(read()).rejects.toBeInstanceOf(ForbiddenError);
  });
});
