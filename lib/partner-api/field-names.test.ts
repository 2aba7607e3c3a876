import { expect, test } from "vitest";
import { fieldNames } from "./field-names";

test("a request is told by the names of its fields, and by no value", () => {
  const request = {
    company_name: "Harbor",
    products: ["auth"],
    address: { city: "Boston", region: undefined },
    logo: null,
    is_diligence_attested: false,
  };
  expect(fieldNames(request)).toEqual([
    "company_name",
    "products",
    "address.city",
    "is_diligence_attested",
  ]);
});
