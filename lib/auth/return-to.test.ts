import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { stubEnvironment } from "@/scripts/testing/stub-environment";
import { safeReturnTo } from "./return-to";

beforeAll(() => stubEnvironment());

const origin = "https://portal.example.com";

test.each([
  ["/customers", "/customers"],
  ["/customers?turn=you#top", "/customers?turn=you#top"],
  ["https://portal.example.com/customers/cus_1", "/customers/cus_1"],
  ["/customers/Ünï", "/customers/%C3%9Cn%C3%AF"],
  ["customers", "/customers"],
  ["https:evil.test", "/evil.test"],
  ["/a/../customers", "/customers"],
])("goes back to %j", (wanted, path) => {
  expect(safeReturnTo(wanted)).toBe(path);
});

test.each([
  undefined,
  null,
  "",
  "https://evil.test/",
  "//evil.test",
  "///evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/.//evil.test",
  "/x/..//evil.test",
  "/%2e%2e//evil.test",
  "/\t/evil.test",
  "\n//evil.test",
  "ht\ntps://evil.test",
  " //evil.test",
  "https:/\\evil.test",
  "https://portal.example.com@evil.test/",
  "https://portal.example.com.evil.test/",
  "https://portal.example.com:8443/",
  "http://portal.example.com/",
  "https://portal.example.com//evil.test",
  "javascript:alert(1)",
  "data:text/html,hi",
  "blob:https://portal.example.com/1",
  "https://[::1",
  "/sign-in?returnTo=/",
  "/sign-in/confirm",
  "/api/auth/signout",
  `/${"x".repeat(2_000)}`,
])("stays on the overview for %j", (wanted) => {
  expect(safeReturnTo(wanted)).toBe("/");
});

// Whatever is asked for, a browser that follows the answer from this portal stays on it.
test("never leads away from the portal", () => {
  const piece = fc.constantFrom("/", "\\", "//", "..", ".", "@", ":", "?", "#", "\t", "evil.test");
  const nasty = fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }).map((p) => p.join(""));
  fc.assert(
    fc.property(nasty, (wanted) => {
      const path = safeReturnTo(wanted);
      expect(path.startsWith("/")).toBe(true);
      expect(new URL(path, origin).origin).toBe(origin);
      expect(safeReturnTo(path)).toBe(path);
    }),
    { numRuns: 5_000 },
  );
});
