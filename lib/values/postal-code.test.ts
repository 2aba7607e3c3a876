import { describe, expect, test } from "vitest";
import { postalCode } from "./postal-code";

describe("a postal code", () => {
  test.each([
    ["123456789", "US", "NY", "12345-6789"],
    ["02109", "US", "MA", "02109"],
    ["12345 6789", "US", "NY", "12345-6789"],
    ["k1a0b1", "CA", "ON", "K1A 0B1"],
    ["sw1a1aa", "GB", "", "SW1A 1AA"],
    ["m11ae", "GB", "", "M1 1AE"],
    ["10115", "DE", "", "10115"],
    ["1234ab", "NL", "", "1234AB"],
    ["00000", "AE", "", "00000"],
  ])("%s in %s %s is sent as %s", (input, place, state, value) => {
    expect(postalCode(input, "en", { countryCode: place, region: state })).toEqual({
      value,
      warning: undefined,
    });
  });

  test.each([
    ["2109", "US", /such as 12345 or 12345-6789$/],
    ["D1A 0B1", "CA", /such as K1A 0B1$/],
    ["12345", "GB", /such as SW1A 1AA$/],
    ["", "US", /^Enter the postal code$/],
    ["", "AE", /Where addresses have none, enter 00000$/],
    ["x".repeat(21), "AE", /20 characters or fewer$/],
  ])("%s in %s is none", (input, place, error) => {
    expect(postalCode(input, "en", { countryCode: place, region: "" }).error).toMatch(error);
  });

  test.each([
    ["1011", "DE", "", "Postal codes of Germany look like 12345. Check it"],
    ["02109", "US", "CA", "ZIP codes that start with 021 are in MA, not CA. Check both"],
  ])("%s in %s %s is taken with a second look", (input, place, state, warning) => {
    expect(postalCode(input, "en", { countryCode: place, region: state })).toEqual({
      value: input,
      warning,
    });
  });

  test.each([
    ...["NY 10001", "CA 94105", "TX 75201", "TX 73301", "OK 73401", "PR 00901", "VI 00802"],
    ...["DC 20001", "VA 20101", "VA 22201", "MD 20814", "AK 99501", "HI 96801", "GU 96910"],
    ...["NY 06390", "CT 06101", "AE 09012", "AP 96201", "AA 34002", "FL 33101", "FL 34102"],
    ...["GA 39901", "MS 39201", "NY 00501", "DE 19801", "WY 83414", "MA 05501", "AS 96799"],
  ])("%s belong together", (address) => {
    const [state = "", zip = ""] = address.split(" ");
    expect(postalCode(zip, "en", { countryCode: "US", region: state }).warning).toBeUndefined();
  });
});
