import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { stubEnvironment } from "@/scripts/testing/stub-environment";
import { linkToken, linkTokenHash, signInUrl } from "./link-token";

beforeAll(() => stubEnvironment());

test("a token is the same each time, differs for each link, and has 256 bits", () => {
  expect(linkToken("link_1")).toBe(linkToken("link_1"));
  expect(linkToken("link_1")).not.toBe(linkToken("link_2"));
  expect(Buffer.from(linkToken("link_1"), "base64url")).toHaveLength(32);
});

test("the stored hash is what next-auth looks a token up by", () => {
  const secret = "an AUTH_SECRET of more than 32 bytes";
  const expected = createHash("sha256").update(`abc${secret}`).digest("hex");
  expect(linkTokenHash("abc")).toBe(expected);
});

test("the mailed address leads to the page with the button", () => {
  const url = new URL(signInUrl("link_1", "ann+a@acme.com", "/customers?turn=you"));
  expect(url.origin + url.pathname).toBe("https://portal.example.com/sign-in/confirm");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    token: linkToken("link_1"),
    email: "ann+a@acme.com",
    returnTo: "/customers?turn=you",
  });
});

test("a mailed address never takes anybody elsewhere", () => {
  const url = new URL(signInUrl("link_1", "ann@acme.com", "//evil.test"));
  expect(url.searchParams.has("returnTo")).toBe(false);
});
