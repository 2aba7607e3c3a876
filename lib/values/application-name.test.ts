import { describe, expect, test } from "vitest";
import { applicationName } from "./application-name";

describe("an application name", () => {
  test.each([
    ["Acme Pay", undefined],
    ["x".repeat(30), undefined],
    ["x".repeat(31), /“This Application”.*has 31$/],
    ["Acme 🚀", /emoji/],
    ["Plaid Pal", /“Plaid”/],
    ["First Bank", /“Bank”/],
    ["Burbank Pay", undefined],
  ])("%s is taken, and remarked on where others will", (name, warning) => {
    const verdict = applicationName(name, "en");
    expect(verdict.error).toBeUndefined();
    if (warning) expect(verdict.warning).toMatch(warning);
    else expect(verdict.warning).toBeUndefined();
  });

  test("has 100 characters at most", () => {
    expect(applicationName("x".repeat(101), "en").error).toBe(
      "Application name must be 100 characters or fewer",
    );
  });
});
