import { spawn } from "node:child_process";
import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { bulkItems, mails } from "@/db/schema";
import { performDueCustomer } from "@/lib/customers/due";
import { staff } from "@/scripts/testing/actors";
import { calmPlaid } from "@/scripts/testing/at-plaid";
import { emulator } from "@/scripts/testing/context";
import { addCustomers } from "@/scripts/testing/customers";
import { customerRow, sentCustomer } from "@/scripts/testing/drafts";
import { invited } from "@/scripts/testing/invitations";
import { mailsTo } from "@/scripts/testing/reviews";
import { itemsOf, outcomesOf, performRun, startedRun } from "@/scripts/testing/runs";

const ENABLE = "/partner/customer/enable";
const { signal } = new AbortController();

afterEach(calmPlaid);

/** Its warnings stand in the test's output: a worker that ends at its start says why. */
function worker() {
  const args = ["--import", "./scripts/typescript.mjs", "scripts/worker.ts"];
  const env = { ...process.env, LOG_LEVEL: "warn" };
  return spawn(process.execPath, args, { env, stdio: ["ignore", "inherit", "inherit"] });
}

/** As a process leaves an item that is killed between claiming it and its end. */
async function leaveRunning(runId: string): Promise<void> {
  const left = { state: "running", startedAt: sql`now()`, dueAt: sql`now()` } as const;
  await db.update(bulkItems).set(left).where(eq(bulkItems.runId, runId));
}

// Guarantees that a run survives its process: what can be done again is, what cannot is asked about.
describe("a process killed at work", { timeout: 180_000 }, () => {
  test("another one does the rest", async () => {
    const actor = await staff("onboarder");
    const ids = await addCustomers(
      actor,
      Array.from({ length: 300 }, () => ({})),
    );
    const runId = await startedRun(actor, { kind: "assign", ids, assigneeId: actor.userId });
    const finished = async () =>
      (await outcomesOf(runId)).filter((outcome) => outcome === "done").length;
    const first = worker();
    await expect.poll(finished, { timeout: 60_000, interval: 20 }).toBeGreaterThan(20);
    first.kill("SIGKILL");
    await new Promise((resolve) => first.once("exit", resolve));
    expect(await finished()).toBeLessThan(300);
    const second = worker();
    await expect.poll(finished, { timeout: 60_000 }).toBe(300);
    second.kill("SIGTERM");
    expect(await new Promise((resolve) => second.once("exit", resolve))).toBe(0);
  });

  test("while Plaid enables: it is not enabled twice, and the lost secret is said", async () => {
    const actor = await staff("onboarder");
    const { id, clientId } = await sentCustomer(actor);
    await emulator.faults([{ endpoint: ENABLE, kind: "latency", ms: 20_000 }]);
    const runId = await startedRun(actor, { kind: "enable", ids: [id] });
    const first = worker();
    const stands = async () => [(await customerRow(id)).status, ...(await outcomesOf(runId))];
    await expect.poll(stands, { timeout: 60_000 }).toEqual(["ENABLING", "running"]);
    await expect.poll(() => enableCalls(clientId), { timeout: 15_000 }).toBe(1);
    first.kill("SIGKILL");
    await new Promise((resolve) => first.once("exit", resolve));
    await calmPlaid();

    expect(await outcomesOf(runId)).toEqual(["running"]);
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["running"]);
    await performDueCustomer(id, signal);
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done: answer_lost"]);
    expect(await enableCalls(clientId)).toBe(1);
  });

  test("before Plaid was asked to enable: nothing is done until a person says so", async () => {
    const actor = await staff("onboarder");
    const { id, clientId } = await sentCustomer(actor);
    const runId = await startedRun(actor, { kind: "enable", ids: [id] });
    await leaveRunning(runId);
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["failed: interrupted"]);
    expect(await enableCalls(clientId)).toBe(0);
  });

  test("while Plaid cannot be asked: unknown", async () => {
    const actor = await staff("onboarder");
    const { id } = await sentCustomer(actor);
    const runId = await startedRun(actor, { kind: "enable", ids: [id] });
    await leaveRunning(runId);
    await emulator.faults([{ endpoint: "/partner/customer/get", kind: "503" }]);
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["unknown: unknown"]);
  });

  test("after a reminder was mailed: it is not mailed again", async () => {
    const actor = await staff("onboarder");
    const { customerId, applicant } = await invited(actor);
    const { invitationId, email } = applicant;
    const runId = await startedRun(actor, { kind: "remind", ids: [customerId] });
    await leaveRunning(runId);
    // What it had mailed by then.
    const latest = { createdAt: sql`clock_timestamp()` };
    await db.update(mails).set(latest).where(eq(mails.invitationId, invitationId));
    await performRun(runId);
    expect(await outcomesOf(runId)).toEqual(["done"]);
    expect(await mailsTo(email)).toHaveLength(1);
    expect((await itemsOf(runId))[0]?.dueAt).toBeNull();
  });
});

async function enableCalls(clientId: string): Promise<number> {
  const requests = await emulator.requests<{ path: string; body: Record<string, unknown> }[]>();
  return requests.filter(
    ({ path, body }) => path === ENABLE && body.end_customer_client_id === clientId,
  ).length;
}
