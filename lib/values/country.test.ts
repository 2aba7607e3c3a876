import { expect, test } from "vitest";
import { country } from "./country";

test("a country is one of ISO 3166", () => {
  expect(country("us", "en")).toEqual({ value: "US" });
  for (const other of ["", "XX", "USA"])
    expect(country(other, "en").error).toBe("Choose a country");
});
