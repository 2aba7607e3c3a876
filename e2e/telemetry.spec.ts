import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { randomFrom } from "@/scripts/chaos/random";
import { makeCustomers, startWorld, type World } from "@/scripts/chaos/world";
import { createLifetime } from "@/scripts/stack/lifetime";
import { type ReceivedSpan, startCollector } from "@/scripts/testing/collector";
import { openSession } from "@/scripts/testing/session";
import { temporaryFolder } from "@/scripts/testing/temporary";
import { expect, stack, test } from "./fixtures";

/*
 * Two portals and a worker that tell a collector of OpenTelemetry what they do, with a database, an
 * emulator and a mail server of their own.
 */

test.describe.configure({ mode: "serial" });

const METRICS_TOKEN = randomUUID();
const lifetime = createLifetime();
let collector: Awaited<ReturnType<typeof startCollector>>;
let world: World;

test.beforeAll(async () => {
  const folder = await lifetime.start(async () => temporaryFolder("telemetry"));
  collector = await lifetime.start(startCollector);
  const setting = {
    random: randomFrom("telemetry"),
    smoke: true,
    dataDir: folder.path,
    note: () => {},
  };
  world = await startWorld(
    { ...setting, lifetime },
    {
      portals: 2,
      workers: 1,
      environment: {
        METRICS_TOKEN,
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_METRIC_EXPORT_INTERVAL: "1000",
      },
    },
  );
  // No bank goes on by itself.
  await world.emulator.clock(0);
});
test.afterAll(() => lifetime.end());

function portal(index: 0 | 1) {
  const found = world.portals[index];
  if (!found) throw new Error("There are two portals");
  return found;
}

/** @returns the token of the session. */
async function signInAsAdmin(context: BrowserContext): Promise<string> {
  const { sql } = world.database;
  const [user] = await sql<{ id: string }[]>`select id from users where email = 'admin@demo.test'`;
  const { token } = await openSession(sql, { userId: user?.id ?? "", proven: true });
  await context.addCookies([{ name: "vestibule.session", value: token, url: portal(0).url }]);
  return token;
}

/** As Prometheus does: comments and samples, and no sample without its type. */
async function scrape(authorization = `Bearer ${METRICS_TOKEN}`, url = portal(0).url) {
  const answer = await fetch(`${url}/api/metrics`, { headers: { authorization } });
  const text = await answer.text();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const samples = lines.map((line) => {
    const [, name = "", labels = "", value = ""] =
      /^([a-z_][a-z0-9_]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    return { line, name, labels, value: Number(value) };
  });
  const types = new Map(
    [...text.matchAll(/^# TYPE (\S+) (\w+)$/gm)].map(([, of, type]) => [of, type]),
  );
  const sum = (name: string, ...labels: string[]) =>
    samples
      .filter((one) => one.name === name && labels.every((label) => one.labels.includes(label)))
      .reduce((total, { value }) => total + value, 0);
  return { status: answer.status, headers: answer.headers, samples, types, sum };
}

/** A span with everything above it, the nearest first. */
function ancestorsOf(span: ReceivedSpan, trace: ReceivedSpan[]): ReceivedSpan[] {
  const parent = trace.find(({ spanId }) => spanId === span.parentSpanId);
  return parent ? [parent, ...ancestorsOf(parent, trace)] : [];
}

function processOf(pid: number) {
  return expect.stringMatching(new RegExp(` ${pid}$`));
}

test("one trace leads from a webhook over the work of another process to the browser", async ({
  page,
  context,
}) => {
  await signInAsAdmin(context);
  const [customer] = await makeCustomers(world, "ACTIVE", 1);
  const connected = page.waitForResponse((answer) => answer.url().includes("/api/live"));
  await page.goto(`${portal(0).url}/customers/${customer?.id}/banks`);
  await connected;
  // Another portal than the one that the page listens to.
  await world.emulator.setWebhookUrl(`${portal(1).url}/api/webhooks/plaid`);
  await world.emulator.setInstitution(customer?.clientId ?? "", "ins_56", {
    status: "ATTENTION_REQUIRED",
  });
  const chase = page.getByRole("article").filter({ hasText: "ins_56" });
  await expect(chase).toContainText("Attention required");
  await expect(chase).not.toContainText("being checked");

  // Every process sends its part of the trace when it likes.
  await expect(() => expectWholeTrace(collector.spans())).toPass();
});

function expectWholeTrace(spans: ReceivedSpan[]): void {
  const isReceipt = ({ name, parentSpanId }: ReceivedSpan) =>
    name === "POST /api/webhooks/plaid" && !parentSpanId;
  const receipt = spans.find(isReceipt);
  const trace = spans.filter(({ traceId }) => traceId === receipt?.traceId);
  const known = new Set(trace.map(({ spanId }) => spanId));
  for (const { parentSpanId } of trace) if (parentSpanId) expect(known).toContain(parentSpanId);
  const find = (name: string, text = "") => {
    const found = trace.find(
      (span) => span.name === name && (span.attributes["db.query.text"] ?? "").includes(text),
    );
    if (!found) throw new Error(`No span ${name} ${text}`);
    return found;
  };
  const above = (span: ReceivedSpan) => ancestorsOf(span, trace).map(({ name }) => name);

  expect(receipt?.process).toEqual(processOf(portal(1).pid()));
  expect(receipt?.attributes).toMatchObject({
    "http.route": "/api/webhooks/plaid",
    "http.response.status_code": "200",
  });
  expect(above(find("SQL with", "insert into deliveries"))).toContain("store delivery");
  const job = find("job deliveries");
  expect(job.process).toEqual(processOf(world.workers[0]?.pid() ?? 0));
  expect(job.attributes).toMatchObject({ "vestibule.outcome": "done" });
  expect(above(job)).toContain("store delivery");
  for (const span of [
    find("Partner API /partner/customer/oauth_institutions/get"),
    find("SQL insert", 'insert into "institution_changes"'),
  ]) {
    expect(above(span)).toContain("job deliveries");
  }
  // What the webhook reports, and what the worker found.
  const sent = trace.filter(({ name }) => name === "send /api/live");
  for (const { process } of sent) expect(process).toEqual(processOf(portal(0).pid()));
  const fromJob = sent.map((event) => above(event).includes("job deliveries"));
  expect(fromJob.toSorted()).toEqual([false, true]);
}

test("a request that runs an action carries its name, and nothing names a person", async ({
  page,
  context,
}) => {
  const secret = () => `planted${randomUUID().replaceAll("-", "")}`;
  const [token, query, path] = [secret(), secret(), secret()];
  const email = `${secret()}@planted.example`;
  const session = await signInAsAdmin(context);
  const [customer] = await makeCustomers(world, "ACTIVE", 1);
  const { url } = portal(0);
  for (const address of [
    `/apply/${token}`,
    `/apply/${token}/company?from=${query}`,
    `/apply/${token}/${path}/deeper`,
    `/handover/${token}`,
    `/unsubscribe/${token}`,
    `/customers?q=${query}`,
    `/api/search?q=${query}`,
    `/api/logos/${path}`,
    `/${path}/nowhere`,
  ]) {
    await (await context.request.get(`${url}${address}`)).dispose();
  }
  await page.goto(`${url}/customers/${customer?.id}/banks`);
  // Plaid was asked a moment ago.
  await world.database.sql`update customers set checked_at = null where id = ${customer?.id ?? ""}`;
  await page.getByRole("button", { name: "Check now" }).first().click();
  const named = () =>
    collector.spans().find((span) => span.attributes["vestibule.action"] === "checkCustomerAction");
  await expect.poll(named).toBeDefined();
  const action = named();
  expect(action?.name).toBe("POST /customers/[id]/banks checkCustomerAction");
  const below = () => collector.spans().filter(({ traceId }) => traceId === action?.traceId);
  await expect
    .poll(() => below().map(({ name }) => name))
    .toEqual(expect.arrayContaining(["Partner API /partner/customer/get", "SQL select"]));

  await context.clearCookies();
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
  await expect(page.getByText(/sign-in link is on its way/)).toBeVisible();

  const routes = () => new Set(collector.spans().map((span) => span.attributes["http.route"]));
  await expect.poll(routes).toContain("/apply/[token]");
  await expect.poll(routes).toContain("/handover/[token]");
  await expect.poll(routes).toContain("/sign-in");
  await expect
    .poll(() => collector.metrics(action?.process ?? ""))
    .toContain("vestibule.action.duration");
  const told = collector.text();
  const people = ["admin@demo.test", "Test admin", customer?.companyName ?? ""];
  for (const planted of [token, query, path, email, session, METRICS_TOKEN, ...people]) {
    expect(told.includes(planted), planted).toBe(false);
  }
});

test("a worker tells of its jobs by itself", async () => {
  const [worker] = world.workers;
  await expect
    .poll(() => collector.metrics(collector.spans().find(isJob)?.process ?? ""))
    .toEqual(expect.arrayContaining(["vestibule.job.duration", "vestibule.queue.lag"]));
  expect(collector.spans().find(isJob)?.process).toEqual(processOf(worker?.pid() ?? 0));
});

function isJob({ name }: ReceivedSpan): boolean {
  return name.startsWith("job ");
}

test("metrics are for whoever has the token, and not there without one", async () => {
  expect(await scrape("Bearer x", stack().portalUrl)).toMatchObject({ status: 404 });
  for (const wrong of ["", "Bearer ", METRICS_TOKEN, `Bearer ${METRICS_TOKEN}x`, "Basic x"]) {
    expect(await scrape(wrong), wrong).toMatchObject({ status: 401 });
  }
  const { status, headers, samples, types } = await scrape();
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  for (const { line, name, value } of samples) {
    expect(name, line).not.toBe("");
    expect(Number.isNaN(value), line).toBe(false);
    expect(types.has(name) || types.has(name.replace(/_(bucket|sum|count)$/, "")), line).toBe(true);
  }
});

test("metrics count what happens", async () => {
  const requests = (text: Awaited<ReturnType<typeof scrape>>) =>
    text.sum(
      "http_server_request_duration_seconds_count",
      'http_route="/api/health/live"',
      'http_request_method="GET"',
      'http_response_status_code="200"',
    );
  const before = await scrape();
  for (let n = 0; n < 7; n++) await (await fetch(`${portal(0).url}/api/health/live`)).text();
  await expect.poll(async () => requests(await scrape())).toBe(requests(before) + 7);

  await world.emulator.setWebhookUrl(`${portal(0).url}/api/webhooks/plaid`);
  const late = Math.floor(Date.now() / 1_000) - 900;
  await world.emulator.send({ body: { webhook_type: "PARTNER" }, claims: { iat: late } });
  await world.emulator.send({ body: { webhook_type: "PARTNER" }, claims: { iat: late + 1_800 } });
  await world.emulator.send({ body: { webhook_type: "PARTNER" } });
  const webhooks = async () => {
    const { sum } = await scrape();
    return {
      stored: sum("vestibule_webhook_requests_total", 'outcome="stored"'),
      tooOld: sum("vestibule_webhook_requests_total", 'outcome="too_old"'),
      late: sum("vestibule_webhook_clock_rejections_total", 'signed="late"'),
      ahead: sum("vestibule_webhook_clock_rejections_total", 'signed="ahead"'),
    };
  };
  await expect.poll(webhooks).toEqual({ stored: 1, tooOld: 2, late: 1, ahead: 1 });

  const { sum, types } = await scrape();
  expect(sum("vestibule_database_up")).toBe(1);
  expect(sum("process_memory_usage_bytes")).toBeGreaterThan(1e7);
  expect(sum("db_client_operation_duration_seconds_count", 'outcome="ok"')).toBeGreaterThan(0);
  for (const name of [
    "vestibule_queue_depth",
    "vestibule_queue_lag_seconds",
    "vestibule_queue_quarantined",
    "vestibule_outcomes_unknown",
    "vestibule_live_connections",
    "nodejs_eventloop_delay_seconds",
  ]) {
    expect(types.get(name), name).toBe("gauge");
  }
});
