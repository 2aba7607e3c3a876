import { beforeAll, expect, test } from "vitest";
import { publicOrigin } from "@/lib/env";
import { stubEnvironment } from "@/scripts/testing/stub-environment";
import { comesFromElsewhere, hidesOwnOrigin, isSameOrigin } from "./same-origin";

beforeAll(() => stubEnvironment());

test.each([
  ["its own origin", () => publicOrigin(), "same-origin", true],
  ["its own origin, in an old browser", () => publicOrigin(), undefined, true],
  ["a sister site", () => publicOrigin(), "same-site", false],
  ["an address bar", () => publicOrigin(), "none", false],
  ["no origin", () => undefined, "same-origin", false],
  ["a sandbox", () => "null", "cross-site", false],
  ["a name that begins alike", () => `${publicOrigin()}.evil.example`, undefined, false],
  ["another port", () => `${publicOrigin()}:8443`, undefined, false],
])("%s", (_, origin, site, same) => {
  const headers = new Headers();
  const from = origin();
  if (from) headers.set("origin", from);
  if (site) headers.set("sec-fetch-site", site);
  expect(isSameOrigin(headers)).toBe(same);
});

test.each([
  ["a form of a page that sends no referrer", "/apply/abc", "null", "same-origin", true],
  ["a sandbox", "/apply/abc", "null", "cross-site", false],
  ["a sister site", "/apply/abc", "null", "same-site", false],
  ["something that says nothing of it", "/apply/abc", "null", undefined, false],
  ["another page", "/customers", "null", "same-origin", false],
  ["another origin", "/apply/abc", "https://evil.example", "same-origin", false],
])("an origin is hidden by %s", (_, pathname, origin, site, hidden) => {
  const headers = new Headers({ origin });
  if (site) headers.set("sec-fetch-site", site);
  expect(hidesOwnOrigin(pathname, headers)).toBe(hidden);
});

test.each([
  ["POST", "/customers", "own", "same-origin", false],
  ["POST", "/customers", "own", undefined, false],
  ["POST", "/customers", undefined, undefined, false],
  ["POST", "/customers", "https://evil.example", undefined, true],
  ["POST", "/customers", "null", undefined, true],
  ["POST", "/customers", "null", "same-origin", true],
  ["POST", "/customers", "own", "same-site", true],
  ["POST", "/customers", undefined, "cross-site", true],
  ["PUT", "/api/search", "https://evil.example", undefined, true],
  ["DELETE", "/", "null", "cross-site", true],
  ["GET", "/customers", "https://evil.example", "cross-site", false],
  ["POST", "/apply/abc", "null", "same-origin", false],
  ["POST", "/apply/abc", "null", undefined, true],
  ["POST", "/api/unsubscribe/abc", "https://mail.example", "cross-site", false],
  ["POST", "/api/csp-reports", "null", "cross-site", false],
  ["POST", "/api/csp-reports/more", "null", "cross-site", true],
])("%s %s from %s (%s) comes from elsewhere: %s", (method, path, origin, site, elsewhere) => {
  const headers = new Headers();
  if (origin) headers.set("origin", origin === "own" ? publicOrigin() : origin);
  if (site) headers.set("sec-fetch-site", site);
  const request = new Request(`https://portal.example.com${path}`, { method, headers });
  // What a browser alone may set, Request leaves out.
  Object.defineProperty(request, "headers", { value: headers });
  expect(comesFromElsewhere(request)).toBe(elsewhere);
});
