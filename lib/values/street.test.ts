import { expect, test } from "vitest";
import { street } from "./street";

test.each(["P.O. Box 12", "PO Box 12", "p o box 9", "Postfach 3"])("%s is no street", (input) =>
  expect(street(input, "en")).toEqual({
    value: input,
    warning: "Banks may refuse a P.O. box. Enter the street address if there is one",
  }),
);

test("Boxwood Street is a street", () => {
  expect(street("1 Poboxer Lane", "en").warning).toBeUndefined();
});
