import { expect, test } from "vitest";
import { emptyAnswers } from "@/lib/onboarding/model";
import { flattenErrors, nestErrors, toSummary } from "./form-errors";

test("errors survive the way to nested objects and back", () => {
  const errors = {
    website: "Enter the website",
    "address.city": "Enter the city",
    "redirectUris.2": "Start with https://",
  };
  expect(flattenErrors(nestErrors(errors))).toEqual(errors);
});

test("an error of a whole list is not one of its rows", () => {
  expect(flattenErrors({ redirectUris: { root: { message: "Too many" } } })).toEqual({
    redirectUris: "Too many",
  });
});

test("the summary is in the order of the page, whatever the order of the rules", () => {
  const errors = {
    registrationNumber: "5",
    "address.region": "4",
    website: "2",
    companyName: "1",
    "address.street": "3",
  };
  const messages = toSummary(errors, emptyAnswers.company).map(({ message }) => message);
  expect(messages).toEqual(["1", "2", "3", "4", "5"]);
});

test("rows of a list stay in their own order", () => {
  const errors = { "redirectUris.2": "third", "redirectUris.10": "eleventh" };
  expect(toSummary(errors, emptyAnswers["redirect-uris"])).toEqual([
    { href: "#redirectUris.2", message: "third" },
    { href: "#redirectUris.10", message: "eleventh" },
  ]);
});
