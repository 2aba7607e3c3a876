import { describe, expect, test } from "vitest";
import { phone } from "./phone";

describe("a phone number", () => {
  test.each([
    ["(415) 555-0132", "US", "+14155550132"],
    ["+44 20 7946 0958", "US", "+442079460958"],
    ["030 901820", "DE", "+4930901820"],
    ["1-800-555-0199", "US", "+18005550199"],
    ["+1 415 555 0132", "AQ", "+14155550132"],
  ])("%s in %s is sent as %s", (input, place, value) => {
    expect(phone(input, "en", place)).toEqual({ value, warning: undefined });
  });

  test("Plaid's own sample passes with a warning", () => {
    expect(phone("1234567890", "en", "US")).toEqual({
      value: "+11234567890",
      warning: "No phone number in service looks like this. Check the digits",
    });
  });

  test("an extension is not sent, and that is said", () => {
    expect(phone("(415) 555-0132 ext. 7", "en", "US")).toEqual({
      value: "+14155550132",
      warning: "The extension is not sent: Plaid takes the number alone",
    });
  });

  test.each(["555", "555-CALL-NOW", "call 415 555 0132", "415 555 0132 or 0133", "911"])(
    "%s is none",
    (input) =>
      expect(phone(input, "en", "US").error).toBe(
        "Enter a phone number with area code, like (415) 555-0132",
      ),
  );

  test("elsewhere it is asked for with its country code", () => {
    expect(phone("12", "en", "DE").error).toBe(
      "Enter a phone number with country code, like +44 20 7946 0958",
    );
  });
});
