import { expect, test } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./headers";

test("in production nothing runs without the nonce of its request", () => {
  const policy = contentSecurityPolicy("abc", { development: false });
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toContain("unsafe");
  for (const rule of [
    "default-src 'none'",
    "report-uri /api/csp-reports",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
});

test("browsers are told to come back by https only where the portal is reached by it", () => {
  const name = "Strict-Transport-Security";
  expect(securityHeaders("https://portal.example.com", "/")[name]).toContain("max-age=63072000");
  expect(securityHeaders("http://localhost:3000", "/")[name]).toBeUndefined();
});

test.each([
  ["/apply/abc", "no-referrer"],
  ["/apply/abc/company", "no-referrer"],
  ["/api/apply/abc/answers/company", "no-referrer"],
  ["/customers", "same-origin"],
  ["/applying", "same-origin"],
])("the address %s is told to: %s", (pathname, policy) => {
  expect(securityHeaders("https://portal.example.com", pathname)).toMatchObject({
    "Referrer-Policy": policy,
  });
});
