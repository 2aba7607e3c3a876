import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";
import { config, proxy } from "@/proxy";
import { stubEnvironment } from "@/scripts/testing/stub-environment";

beforeAll(() => stubEnvironment());

function visit(path: string, headers: Record<string, string> = {}, method = "GET") {
  return proxy(new NextRequest(`https://portal.example.com${path}`, { method, headers }));
}

/** What Next hands on to the page in place of what came in. */
function handedOn(response: Response, name: string): string | null {
  return response.headers.get(`x-middleware-request-${name}`);
}

test("a page gets the nonce that its answer allows, a new one each time", () => {
  const response = visit("/customers");
  const nonce = handedOn(response, "x-nonce");
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(response.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
  expect(handedOn(response, "content-security-policy")).toContain(`'nonce-${nonce}'`);
  expect(handedOn(visit("/customers"), "x-nonce")).not.toBe(nonce);
});

// GHSA-ffhc-5mcf-pf4q: a policy sent by a client would choose the nonce of the page.
test("what a client sends under the proxy's names does not arrive", () => {
  const forged = {
    "content-security-policy": "script-src 'nonce-evil'",
    "content-security-policy-report-only": "script-src 'nonce-evil'",
    "x-nonce": "evil",
    "x-pathname": "//evil.test",
    "x-method": "evil",
    "x-request-id": "evil",
  };
  const response = visit("/customers", forged);
  for (const name of Object.keys(forged)) {
    expect(handedOn(response, name) ?? "").not.toContain("evil");
  }
});

test("a page knows its own path, without what only Next's router needs", () => {
  expect(handedOn(visit("/customers?turn=you&_rsc=1x"), "x-pathname")).toBe("/customers?turn=you");
});

test("every answer can be found in the log and is kept by nobody", () => {
  const response = visit("/");
  expect(response.headers.get("x-request-id")).toBe(handedOn(response, "x-request-id"));
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("strict-transport-security")).toContain("max-age=");
});

test("a body that is too large is answered with a page before anything reads it", async () => {
  const response = visit("/onboardings/cus_1/company", { "content-length": "100001" }, "POST");
  expect(response.status).toBe(413);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await response.text()).toContain("<h1>Too large</h1>");
});

test.each([
  ["/apply/abc/company", { cookie: "vestibule.language=es", "accept-language": "fr" }, "es"],
  ["/handover/abc", { "accept-language": "de, fr;q=0.8, en;q=0.5" }, "fr"],
  ["/api/apply/abc/answers/company", { cookie: "vestibule.language=pseudo" }, "en"],
  ["/onboardings/cus_1/company", { cookie: "vestibule.language=es" }, "en"],
  ["/customers", { "accept-language": "fr" }, "en"],
])("what the proxy refuses at %s, asked with %j, it says in %s", async (path, said, language) => {
  const refused = [
    visit(path, { ...said, "content-length": "100001" }, "POST"),
    visit(path, { ...said, "transfer-encoding": "chunked" }, "POST"),
    visit(path, { ...said, origin: "https://evil.example" }, "POST"),
  ];
  expect(refused.map(({ status }) => status)).toEqual([413, 411, 403]);
  for (const response of refused) {
    expect(await response.text()).toContain(`<html lang="${language}">`);
  }
});

test("a logo that is too large is told beside its field, where there is no script", () => {
  const headers = { "content-type": "multipart/form-data", "content-length": "9000000" };
  const response = visit("/onboardings/cus_1/logo?from=check", headers, "POST");
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(
    "https://portal.example.com/onboardings/cus_1/logo?from=check&tooLarge=9000000",
  );
  const scripted = visit("/onboardings/cus_1/logo", { ...headers, "next-action": "4f" }, "POST");
  expect(scripted.status).toBe(413);
});

test.each([
  ["/", true],
  ["/customers/cus_1.png", true],
  ["/api/health/ready", true],
  ["/api/webhooks/plaid", false],
  ["/api/onboardings/cus_1/logo", false],
  ["/api/onboardings/cus_1/logo/more", true],
  ["/onboardings/cus_1/logo", true],
  ["/api/live", false],
  ["/api/lively", true],
  ["/_next/static/chunks/a.js", false],
  ["/icon.svg", false],
  ["/favicon.ico", false],
  ["/apple-icon.png", false],
])("%s passes the proxy: %s", (path, passes) => {
  expect(config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(path))).toBe(passes);
});

test("what another site sends is refused before anything reads it", async () => {
  for (const origin of ["https://evil.example", "null"]) {
    const response = visit("/customers", { origin }, "POST");
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("Nothing was changed");
  }
  expect(visit("/customers", { origin: "https://portal.example.com" }, "POST").status).toBe(200);
});

test("a body that does not say its size is refused before anything reads it", () => {
  expect(visit("/customers", { "transfer-encoding": "chunked" }, "POST").status).toBe(411);
});

test("a request keeps the number that the server gave it", () => {
  const id = "0f0e0d0c-0b0a-4000-8000-000000000000";
  expect(visit("/", { "x-request-id": id }).headers.get("x-request-id")).toBe(id);
  expect(visit("/", { "x-request-id": `${id}x` }).headers.get("x-request-id")).not.toContain(id);
});
