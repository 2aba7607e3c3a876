import { expect } from "@playwright/test";

type Answer = { headersArray(): { name: string; value: string }[]; status(): number };

const everywhere: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^(same-origin|no-referrer)$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /^camera=\(\), display-capture=\(\), geolocation=\(\), microphone=\(\)/,
  "x-request-id": /^[0-9a-f-]{36}$/,
};

/** Only one may stand for the others: a second value could take back what the first one forbids. */
const single = [...Object.keys(everywhere), "content-security-policy", "strict-transport-security"];

const nonces = new Set<string>();

type Expected = {
  where: string;
  /** Whether the portal is reached by https. */
  https?: boolean;
  /** Whether its bytes never change. */
  kept?: boolean;
};

/** Every security header and every cookie's attributes, of whatever answer of the portal. */
export function expectHeaders(answer: Answer, { where, https = false, kept = false }: Expected) {
  const all = answer.headersArray().map(({ name, value }) => ({ name: name.toLowerCase(), value }));
  const valuesOf = (wanted: string) =>
    all.filter(({ name }) => name === wanted).map(({ value }) => value);

  for (const [name, expected] of Object.entries(everywhere)) {
    expect.soft(valuesOf(name).join(), `${name} of ${where}`).toMatch(expected);
  }
  for (const name of single) {
    expect.soft(valuesOf(name).length, `${name} of ${where}`).toBeLessThanOrEqual(1);
  }
  for (const name of ["x-powered-by", "server", "x-nonce", "x-pathname", "x-method"]) {
    expect.soft(valuesOf(name), `${name} of ${where}`).toEqual([]);
  }
  const [policy = ""] = valuesOf("content-security-policy");
  expectPolicy(policy, where);
  const cache = valuesOf("cache-control").join();
  expect.soft(cache, `cache-control of ${where}`).toMatch(kept ? /private|public/ : /no-store/);
  const hsts = valuesOf("strict-transport-security").join();
  expect.soft(hsts, where).toBe(https ? "max-age=63072000; includeSubDomains" : "");
  for (const cookie of valuesOf("set-cookie").flatMap((value) => value.split("\n"))) {
    expectCookie(cookie, where, https);
  }
}

/** Of a page its scripts need a nonce that no other answer has; everything else may do nothing at all. */
function expectPolicy(policy: string, where: string): void {
  expect.soft(policy, where).not.toMatch(/unsafe|\*|http:|https:/);
  expect.soft(policy, where).toContain("default-src 'none'");
  expect.soft(policy, where).toContain("frame-ancestors 'none'");
  if (!policy.includes("script-src")) return;
  const [, nonce = ""] =
    /script-src 'self' 'nonce-([\w+/=]{24})' 'strict-dynamic'/.exec(policy) ?? [];
  expect.soft(nonce, where).not.toBe("");
  expect.soft(nonces.has(nonce), `a fresh nonce for ${where}`).toBe(false);
  nonces.add(nonce);
  for (const rule of ["object-src 'none'", "base-uri 'none'", "form-action 'self'"]) {
    expect.soft(policy, where).toContain(rule);
  }
  expect.soft(policy, where).toContain("report-uri /api/csp-reports");
}

function expectCookie(cookie: string, where: string, https: boolean): void {
  const [named = "", ...attributes] = cookie.split(";").map((part) => part.trim().toLowerCase());
  const about = `the cookie ${named.split("=", 1)} of ${where}`;
  expect.soft(attributes, about).toContain("httponly");
  expect.soft(attributes, about).toContain("path=/");
  expect.soft(attributes.join(), about).toMatch(/samesite=(lax|strict)/);
  expect.soft(attributes.join(), about).not.toContain("domain=");
  expect.soft(attributes.includes("secure"), about).toBe(https);
  expect.soft(named.startsWith("__host-"), about).toBe(https);
}
