import { describe, expect, test } from "vitest";
import { region } from "./region";

describe("a region", () => {
  test.each([
    ["California", "US", "CA"],
    [" new  york", "US", "NY"],
    ["us-tx", "US", "TX"],
    ["Washington, D.C.", "US", "DC"],
    ["Puerto Rico", "US", "PR"],
    ["Québec", "CA", "QC"],
    ["quebec", "CA", "QC"],
    ["Île-du-Prince-Édouard", "CA", "PE"],
    ["ca-on", "CA", "ON"],
    ["Bavaria", "DE", "Bavaria"],
    ["", "DE", ""],
  ])("%s in %s is sent as %s", (input, place, value) => {
    expect(region(input, "en", place)).toEqual({ value });
  });

  test.each([
    ["", "US", /^Enter a state/],
    ["Ontario", "US", /^Enter a state/],
    ["California", "CA", /^Enter a province or territory/],
    ["x".repeat(101), "DE", /100 characters or fewer/],
  ])("%s in %s is none", (input, place, error) => {
    expect(region(input, "en", place).error).toMatch(error);
  });
});
