import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsIn } from "@/lib/languages/say";
import { registrableDomain } from "@/lib/values/public-suffix";
import { redirectUriVerdicts } from "./model";

const { sayOfUri: say } = wordsIn("en");
const verdictOf = (uri: string, options = {}) => redirectUriVerdicts([uri], { say, ...options })[0];

test.each([
  "http://localhost/oauth.html",
  "https://www.example.com/oauth.html",
  "https://*.example.com/oauth.html",
  "http://localhost:3000/oauth",
  "https://harbor.example/oauth",
  "https://acme.vercel.app/oauth",
  "https://a_b.example.com/~x/%7By%7D",
])("%s is fine, and sent as it stands", (uri) => {
  expect(verdictOf(uri, { registrableDomain })).toMatchObject({ value: uri, broken: [] });
});

test.each([
  ["harbor.example/oauth", "scheme", "Start with https://"],
  ["//harbor.example/oauth", "scheme", "Start with https://"],
  ["javascript:alert(1)", "scheme", "Start with https://"],
  ["https:/harbor.example", "scheme", "Start with https://"],
  ["https://", "scheme", "Enter a whole address such as https://example.com/oauth"],
  ["https://a b.example/", "scheme", "Remove the spaces"],
  ["https://harbor.example/a\tb", "scheme", "Remove the spaces"],
  ["https:\\\\harbor.example", "scheme", "Use / in place of \\"],
  ["http://harbor.example/oauth", "scheme", "Production needs https"],
  ["http://127.0.0.1/oauth", "scheme", "Production needs https"],
  ["myapp://oauth", "scheme", "Use a universal link"],
  [`https://a.example/${"x".repeat(2_000)}`, "scheme", "2,000 characters or fewer"],
  ["https://harbor.example/oauth?", "query", "Remove everything from the question mark on"],
  ["https://harbor.example/oauth?a=b", "query", "Remove everything from the question mark on"],
  ["https://harbor.example/oauth#", "fragment", "Remove the # part"],
  ["https://a:b@harbor.example/oauth", "host", "before the @"],
  ["https://@harbor.example/oauth", "host", "before the @"],
  ["https://203.0.113.7/oauth", "host", "Use a host name in place of the IP address"],
  ["https://[::1]/oauth", "host", "Use a host name in place of the IP address"],
  ["https://harbor/oauth", "host", "Enter a full host name"],
  ["https://harbor..example/oauth", "host", "Enter a full host name"],
  ["https://harbor.example./oauth", "host", "Enter a full host name"],
  ["https://foo*.harbor.example/oauth", "wildcard", "Use * only as the first part"],
  ["https://a.*.harbor.example/oauth", "wildcard", "Use * only as the first part"],
  ["https://*.com/oauth", "wildcard", "Use * only as the first part"],
  ["https://*/oauth", "wildcard", "Use * only as the first part"],
  ["https://*.*.harbor.example/oauth", "wildcard", "Use * only as the first part"],
  ["https://harbor.example/*", "wildcard", "Use * only as the first part"],
])("%s breaks the rule of the %s", (uri, rule, error) => {
  const verdict = verdictOf(uri);
  expect(verdict?.broken).toContain(rule);
  expect(verdict?.error).toContain(error);
});

test.each(["co.uk", "github.io", "vercel.app", "s3.amazonaws.com"])(
  "nobody owns what lies under %s",
  (suffix) => {
    const uri = `https://*.${suffix}/oauth`;
    expect(verdictOf(uri, { registrableDomain })?.error).toBe(
      `Anyone can register names under ${suffix}. Use a domain you own`,
    );
    // Without the list nobody can know.
    expect(verdictOf(uri)?.error).toBeUndefined();
  },
);

test("every rule that is broken is told, the first one in words", () => {
  expect(verdictOf("http://a@harbor.example/*?#")).toMatchObject({
    broken: ["scheme", "query", "fragment", "wildcard", "host"],
    error: "Production needs https. http works only for localhost in Sandbox",
  });
});

test.each([
  ["https://exämple.com/oauth", "https://xn--exmple-cua.com/oauth"],
  ["https://*.münchen.de/oauth", "https://*.xn--mnchen-3ya.de/oauth"],
  ["https://harbor.example/ä", "https://harbor.example/%C3%A4"],
  ["HTTPS://Harbor.Example:443/oauth", "https://harbor.example/oauth"],
  ["https://harbor.example", "https://harbor.example"],
  ["https://harbor.example/", "https://harbor.example/"],
  [" https://harbor.example/oauth ", "https://harbor.example/oauth"],
])("%s is sent as %s", (uri, value) => {
  expect(verdictOf(uri)).toMatchObject({ value, broken: [] });
});

test("localhost is for the Sandbox only", () => {
  expect(verdictOf("http://localhost:3000/x")?.sandboxOnly).toBe(true);
  expect(verdictOf("https://localhost.harbor.example/x")?.sandboxOnly).toBe(false);
});

test.each([
  ["https://*.harbor.example/x", "Plaid’s current reference no longer mentions *"],
  ["https://harbor.example/OAuth", "check the capital letters of the path"],
  ["https://harbor.example:8443/x", "people come back to port 8443"],
  ["https://harbor.example", "add the path if there is one"],
])("%s is fine with a second look", (uri, warning) => {
  expect(verdictOf(uri)?.error).toBeUndefined();
  expect(verdictOf(uri)?.warning).toContain(warning);
});

test.each(["https://harbor.example/x%2Fy", "http://localhost:3000", "https://HARBOR.example/x"])(
  "%s needs no second look",
  (uri) => expect(verdictOf(uri)?.warning).toBeUndefined(),
);

test("a host of another company than the website's is worth a second look", () => {
  const options = { registrableDomain, website: "www.harbor.example" };
  expect(verdictOf("https://app.harbor.example/x", options)?.warning).toBeUndefined();
  expect(verdictOf("https://*.quay.example/x", options)?.warning).toContain(
    "The website is at harbor.example. Check that quay.example is the company’s too",
  );
  expect(verdictOf("https://quay.example/x", { registrableDomain, website: "" })?.warning).toBe(
    undefined,
  );
});

describe("a list", () => {
  test("holds each address once; what a browser takes for one is one", () => {
    const verdicts = redirectUriVerdicts(
      ["https://harbor.example/x", "", "https://HARBOR.example/x", "https://harbor.example/X"],
      { say },
    );
    expect(verdicts.map(({ broken }) => broken)).toEqual([[], [], ["once"], []]);
    expect(verdicts[2]?.error).toBe("Remove it. This redirect URI is already in the list");
  });

  test("with and without a slash at the end are two, and that is said", () => {
    const verdicts = redirectUriVerdicts(
      ["https://harbor.example/x/", "https://harbor.example/x"],
      { say },
    );
    for (const { error, warning } of verdicts) {
      expect(error).toBeUndefined();
      expect(warning).toContain("with and without the slash");
    }
  });

  test("offers the twin with or without www while it lacks it", () => {
    expect(verdictOf("https://harbor.example/x")?.twin).toBe("https://www.harbor.example/x");
    expect(verdictOf("https://www.harbor.example/x")?.twin).toBe("https://harbor.example/x");
    expect(verdictOf("https://app.harbor.example/x")?.twin).toBeUndefined();
    expect(verdictOf("https://*.harbor.example/x")?.twin).toBeUndefined();
    expect(verdictOf("http://localhost/x")?.twin).toBeUndefined();
    const both = redirectUriVerdicts(["https://harbor.example/x", "https://www.harbor.example/x"], {
      say,
    });
    expect(both.map(({ twin }) => twin)).toEqual([undefined, undefined]);
  });
});

const line = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom("", " ", "https://ä.example", "http://localhost", "\ud800", "https://*.a.b/"),
  fc.stringMatching(/^https?:\/\/[\w.*@:?#/[\]%-]{0,20}$/),
);

describe("any list at all", () => {
  test("gets one verdict a line, with an error exactly when a rule is broken", () => {
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (uris, listed) => {
        const verdicts = redirectUriVerdicts(uris, { say, ...(listed && { registrableDomain }) });
        expect(verdicts).toHaveLength(uris.length);
        for (const { broken, error } of verdicts) expect(broken.length > 0).toBe(Boolean(error));
      }),
    );
  });

  // Guarantees that what is sent was checked: ASCII, and judged the same again.
  test("is sent as what passes again, unchanged", () => {
    fc.assert(
      fc.property(line, (uri) => {
        const once = verdictOf(uri, { registrableDomain });
        if (!once || once.error) return;
        expect(once.value).toMatch(/^[!-~]*$/);
        expect(verdictOf(once.value, { registrableDomain })).toMatchObject({
          value: once.value,
          broken: [],
        });
      }),
      { numRuns: 500 },
    );
  });
});
