import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { startPortal } from "@/scripts/stack/portal";
import { freePort } from "@/scripts/stack/ports";
import { root, runScript } from "@/scripts/stack/process";
import { expect, stack, test } from "./fixtures";
import { expectHeaders } from "./headers";

/*
 * What routes.spec.ts does not come by: files, errors, redirects, https, and a portal whose database is
 * away. Every page and route is looked at there.
 */

test("files, errors, redirects and refusals say the same as pages", async ({ page, request }) => {
  await page.goto("/sign-in");
  const script = (await page.locator("script[src]").first().getAttribute("src")) ?? "";
  const asked: [method: string, address: string, status: number][] = [
    ["GET", "/nowhere", 404],
    ["GET", "/_next/static/nothing.js", 404],
    ["GET", "/customers", 307],
    ["GET", "/api/search", 401],
    ["GET", "/api/live", 401],
    ["GET", `/api/logos/${"0".repeat(64)}`, 401],
    ["GET", "/customers/import/template", 401],
    ["GET", "/api/health/live", 200],
    ["GET", "/api/metrics", 404],
    ["GET", "/api/webhooks/plaid", 405],
    ["POST", "/api/webhooks/plaid", 401],
    ["POST", "/api/onboardings/nothing/logo", 403],
    ["POST", "/api/auth/callback/email?email=nobody%40example.com&token=0", 303],
    ["DELETE", "/api/search", 405],
  ];
  for (const [method, address, status] of asked) {
    const answer = await request.fetch(address, { method, maxRedirects: 0 });
    expect.soft(answer.status(), `${method} ${address}`).toBe(status);
    expectHeaders(answer, { where: `${method} ${address}` });
  }
  for (const address of ["/icon.svg", "/apple-icon.png", "/favicon.ico"]) {
    const answer = await request.get(address);
    expect(answer.status()).toBe(200);
    expectHeaders(answer, { where: address, kept: true });
  }
  const tooLarge = await request.post("/customers", { data: "x".repeat(100_001), maxRedirects: 0 });
  expect(tooLarge.status()).toBe(413);
  expectHeaders(tooLarge, { where: "a body that is too large" });

  const file = await request.get(script, { headers: { "accept-encoding": "br" } });
  expect(file.headers()).toMatchObject({
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect(file.headers()["x-powered-by"]).toBeUndefined();
});

test("a method that only echoes is refused like everything else", async () => {
  const asked = http.request(stack().portalUrl, { method: "TRACE" }).end();
  const [answer] = (await once(asked, "response")) as [http.IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBe(405);
  const headersArray = () =>
    Object.entries(answer.headers).map(([name, value]) => ({ name, value: String(value) }));
  expectHeaders({ status: () => 405, headersArray }, { where: "TRACE" });
});

test("by https every answer asks for https, and cookies are bound to the host", async ({
  request,
}) => {
  const AUTH_URL = "https://portal.example.com";
  const env = { ...process.env, ...stack().environment, AUTH_URL, WORKER: "off", DEMO: "0" };
  const portal = await startPortal({ port: await freePort(), mode: "start", env });
  const https = true;
  for (const address of ["/sign-in", "/customers", "/nowhere", "/api/health/live", "/api/live"]) {
    const answer = await request.get(`${portal.url}${address}`, { maxRedirects: 0 });
    expectHeaders(answer, { where: address, https });
  }
  const webhook = await request.post(`${portal.url}/api/webhooks/plaid`, { data: "x" });
  expectHeaders(webhook, { where: "a webhook", https });

  const args = ["sign-in-link", "--email", "viewer@demo.test"];
  const link = new URL(await runScript("scripts/admin.ts", args, env));
  const signedIn = await request.post(`${portal.url}/api/auth/callback/email${link.search}`, {
    headers: { origin: AUTH_URL },
    maxRedirects: 0,
  });
  expect(signedIn.status()).toBe(303);
  expect(signedIn.headers()["set-cookie"]).toContain("__Host-vestibule.session=");
  expectHeaders(signedIn, { where: "signing in", https });
  await portal.stop();
});

test("while the database is away the portal lives, is not ready, and says no more than that", async ({
  request,
}) => {
  const logFile = path.join(root, "test-results", `portal-away-${process.pid}.log`);
  const DATABASE_URL = "postgres://nobody:s3cret-of-nobody@127.0.0.1:9/vestibule";
  const env = { ...process.env, ...stack().environment, DATABASE_URL, WORKER: "off" };
  const portal = await startPortal({ port: await freePort(), mode: "start", env, logFile });
  const live = await request.get(`${portal.url}/api/health/live`);
  expect(await live.json()).toEqual({ status: "up" });
  const ready = await request.get(`${portal.url}/api/health/ready`);
  expect(ready.status()).toBe(503);
  expect(await ready.json()).toEqual({
    ...{ status: "not ready", database: "down", migrations: "unknown", worker: "unknown" },
  });
  expectHeaders(ready, { where: "a portal that is not ready" });

  // Signing in is refused with the rest: no limit is skipped because it cannot be counted.
  const headers = { origin: stack().portalUrl };
  for (const answer of [
    await request.get(`${portal.url}/apply/nothing`, { maxRedirects: 0 }),
    await request.post(`${portal.url}/api/auth/callback/email?token=0&email=a%40example.com`, {
      headers,
      maxRedirects: 0,
    }),
  ]) {
    expect(answer.status()).toBe(503);
    expectHeaders(answer, { where: "an outage" });
    expect(await answer.text()).not.toContain("s3cret-of-nobody");
    const id = answer.headers()["x-request-id"];
    const lines = readFileSync(logFile, "utf8").split("\n");
    expect(lines.filter((line) => line.includes(`"requestId":"${id}"`))).not.toEqual([]);
    expect(lines.join("\n")).not.toContain("s3cret-of-nobody");
  }
  await portal.stop();
});

test("what a page was kept from is taken down, without the address of a link", async ({
  request,
}) => {
  const token = "t0ken0of0a0link0t0ken0of0a0link0t0ken0of0a0";
  const page = `${stack().portalUrl}/apply/${token}/company`;
  const blocked = "https://blocked.example/some/script.js?secret";
  const old = {
    "csp-report": {
      "document-uri": page,
      "effective-directive": "script-src-elem",
      "blocked-uri": blocked,
    },
  };
  const now = [
    { body: { documentURL: page, effectiveDirective: "img-src", blockedURL: "inline" } },
    { nonsense: true },
  ];
  for (const [type, data] of [
    ["application/csp-report", JSON.stringify(old)],
    ["application/reports+json", JSON.stringify(now)],
    ["text/plain", "no JSON"],
  ] as const) {
    const headers = { "content-type": type };
    const answer = await request.post("/api/csp-reports", { data, headers });
    expect(answer.status()).toBe(204);
  }
  const large = await request.post("/api/csp-reports", { data: "x".repeat(20_000) });
  expect(large.status()).toBe(413);
  const log = readFileSync(stack().logFile, "utf8");
  expect(log).toContain('"directive":"script-src-elem","blocked":"https://blocked.example"');
  expect(log).toContain('"directive":"img-src","blocked":"inline","page":"/apply"');
  expect(log).not.toContain(token);
});

test("links are tried five times, whatever network a client claims to come from", async ({
  request,
}) => {
  const address = `/api/auth/callback/email?token=0&email=${randomUUID()}%40example.com`;
  const statuses: number[] = [];
  for (let n = 0; n < 6; n++) {
    const headers = { "x-forwarded-for": `192.0.2.${n}` };
    const answer = await request.post(address, { headers, maxRedirects: 0 });
    statuses.push(answer.status());
    if (answer.status() !== 429) continue;
    expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(800);
    expect(await answer.text()).toContain("Too many tries");
    expectHeaders(answer, { where: "too many tries" });
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
});
