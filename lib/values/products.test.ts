import { describe, expect, test } from "vitest";
import { products } from "./products";

describe("products", () => {
  test("each counts once", () => {
    expect(products(["auth", "auth", "identity"], "en")).toEqual({ value: ["auth", "identity"] });
  });

  test("consumer reports come with more questions", () => {
    expect(products(["cra_base_report", "cra_partner_insights"], "en").warning).toBe(
      "Plaid asks for an extra questionnaire before it opens Base Report and Partner Insights",
    );
  });

  test("none, or one Plaid does not have, is no choice", () => {
    expect(products([], "en").error).toMatch(/^Choose at least one product/);
    expect(products(["auth", "signal"], "en").error).toBe("Choose products from the list");
  });
});
