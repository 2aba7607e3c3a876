import { beforeAll, expect, test } from "vitest";
import { publicOrigin } from "@/lib/env";
import { stubEnvironment } from "@/scripts/testing/stub-environment";
import { hidesOwnOrigin, isSameOrigin } from "./same-origin";

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
