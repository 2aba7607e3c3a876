import { expect, test } from "vitest";
import { catalogues } from "@/lib/languages/catalogues";
import { productCodes, productGroups } from "./model";

test("customers read of the groups that staff read of, and what each product is about", () => {
  const { groups, about } = catalogues.en.products;
  const titles = productGroups.map(({ id, title }) => [id, title]);
  expect(Object.entries(groups)).toEqual(titles);
  expect(Object.keys(about)).toEqual(productCodes);
});
