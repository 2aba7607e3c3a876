import { describe, expect, test } from "vitest";
import { webAddress } from "./web-address";

describe("a web address", () => {
  const check = (input: string) => webAddress(input, "en", { example: "https://example.com" });

  test.each([
    ["plaid.com", "https://plaid.com"],
    ["example.com/contact", "https://example.com/contact"],
    ["HTTPS://WWW.Plaid.com/", "https://www.plaid.com"],
    ["plaid.com:8443/X?y=1#z", "https://plaid.com:8443/X?y=1#z"],
    ["https://plaid.com.:443", "https://plaid.com"],
    ["“https://plaid.com”", "https://plaid.com"],
    ["ｐｌａｉｄ．ｃｏｍ", "https://plaid.com"],
    ["harbor.example", "https://harbor.example"],
    ["acme.vercel.app", "https://acme.vercel.app"],
    ["https:\\\\plaid.com\\x", "https://plaid.com/x"],
  ])("%s is sent as %s", (input, value) => {
    expect(check(input)).toEqual({ value, warning: undefined });
  });

  test.each([
    ["javascript:alert(1)", /^Start the web address with https/],
    ["ftp://plaid.com", /^Start the web address with https/],
    ["https://localhost", /whole host name/],
    ["https://example", /whole host name/],
    ["co.uk", /whole host name/],
    ["https://127.0.0.1", /IP address/],
    ["0x7f.1", /IP address/],
    ["[::1]", /IP address/],
    ["ana@plaid.com", /before the @/],
    ["https://a:b@plaid.com", /before the @/],
    ["acme.con", /ends in \.con$/],
    ["no web address", /^Enter a web address such as https:\/\/example\.com$/],
    ["a..com", /host name of letters/],
    [`plaid.com/${"x".repeat(2_048)}`, /2,048 characters or fewer/],
  ])("%s is none, and says why", (input, error) => {
    expect(check(input).error).toMatch(error);
  });

  test("may be empty unless it is asked for", () => {
    expect(check(" ").error).toBeUndefined();
    expect(webAddress("", "en", { example: "x", ask: "Enter the website" }).error).toBe(
      "Enter the website",
    );
  });

  test("letters beyond ASCII are shown as they are sent", () => {
    expect(check("http://pаypal.com")).toEqual({
      value: "http://xn--pypal-4ve.com",
      warning:
        "pаypal.com will be sent as xn--pypal-4ve.com. Check that no letter only looks like the one that is meant. This is http. Use https:// if the site has it",
    });
    expect(check("xn--pypal-4ve.com").warning).toMatch(/^pаypal\.com will be sent as/);
  });
});
