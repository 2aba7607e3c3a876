import { spawn } from "node:child_process";
import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { performDueCustomer } from "@/lib/customers/due";
import { type Staff, staff } from "@/scripts/testing/actors";
import { CREATE, calmPlaid, createsFor, customersAtPlaid } from "@/scripts/testing/at-plaid";
import { emulator } from "@/scripts/testing/context";
import {
  attemptsOf,
  auditOf,
  completeAnswers,
  customerRow,
  readyDraft,
} from "@/scripts/testing/drafts";
import type { Fault } from "@/scripts/testing/emulator-client";
import { submitOnboarding } from "./submit";

afterEach(calmPlaid);

/** The same submission in a process of its own. */
function submitElsewhere(id: string, actor: Staff) {
  return spawn(
    process.execPath,
    ["--import", "./scripts/typescript.mjs", "scripts/testing/programs/submit-once.ts", id],
    { env: { ...process.env, TEST_ACTOR: JSON.stringify(actor) }, stdio: "ignore" },
  );
}

// Create has no idempotency key. This is the promise of the whole product.
describe("one submission makes at most one customer", () => {
  test("ten clicks at once: one call", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    await emulator.faults([{ endpoint: CREATE, kind: "latency", ms: 200 }]);
    const results = await Promise.all(
      Array.from({ length: 10 }, () => submitOnboarding(onboarder, id)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { companyName } = await customerRow(id);
    expect(await createsFor(companyName)).toHaveLength(1);
    expect(await customersAtPlaid(companyName)).toHaveLength(1);
  });

  test("three processes at once: one call", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    const { companyName } = await customerRow(id);
    const children = Array.from({ length: 3 }, () => submitElsewhere(id, onboarder));
    await Promise.all(children.map((child) => new Promise((end) => child.once("exit", end))));
    expect(await createsFor(companyName)).toHaveLength(1);
    expect((await customerRow(id)).status).toBe("PENDING_ENABLEMENT");
  });

  const lost: [Fault["kind"], number][] = [
    ["drop-after-commit", 1],
    ["malformed", 1],
    ["drop-before", 0],
    ["500", 0],
    ["503", 0],
  ];
  test.each(lost)("no usable answer (%s): unknown, never sent again", async (kind, exist) => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    await emulator.faults([{ endpoint: CREATE, kind }]);
    expect(await submitOnboarding(onboarder, id)).toEqual({
      ok: false,
      error: { code: "unknown" },
    });
    expect(await submitOnboarding(onboarder, id)).toMatchObject({
      error: { code: "already_sent", status: "SUBMIT_UNKNOWN" },
    });
    const { companyName, status } = await customerRow(id);
    expect(status).toBe("SUBMIT_UNKNOWN");
    expect(await createsFor(companyName)).toHaveLength(1);
    expect(await customersAtPlaid(companyName)).toHaveLength(exist);
    expect(await auditOf(id)).toContain("onboarding.unanswered");
  });

  test("a process killed between call and record leaves the question visible", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    await emulator.faults([{ endpoint: CREATE, kind: "latency", ms: 5_000 }]);
    const child = submitElsewhere(id, onboarder);
    await expect
      .poll(async () => (await customerRow(id)).status, { timeout: 15_000 })
      .toBe("SUBMITTING");
    child.kill("SIGKILL");
    const exited = new Promise((resolve) => child.once("exit", resolve));
    await exited;

    await db.update(customers).set({ dueAt: sql`now()` }).where(eq(customers.id, id));
    await performDueCustomer(id, new AbortController().signal);
    expect((await customerRow(id)).status).toBe("SUBMIT_UNKNOWN");
    expect(await attemptsOf(id)).toMatchObject([{ state: "UNKNOWN", errorCode: "PROCESS_ENDED" }]);
  });

  test("one application name for two drafts at once: one is sent, the other gets the field", async () => {
    const onboarder = await staff("onboarder");
    const first = completeAnswers();
    const second = completeAnswers();
    second.company.applicationName = `  ${first.company.applicationName.toUpperCase()} `;
    const ids = [await readyDraft(onboarder, first), await readyDraft(onboarder, second)];
    const results = await Promise.all(ids.map((id) => submitOnboarding(onboarder, id)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { code: "refused", step: "company", field: "applicationName" },
    });
  });
});
