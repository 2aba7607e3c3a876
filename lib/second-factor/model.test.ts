import { expect, test } from "vitest";
import { standingOf } from "./model";

const given = new Date();

test.each([
  ["viewer", false, null, "open"],
  ["onboarder", false, null, "open"],
  ["admin", false, null, "set_up"],
  ["viewer", true, null, "give"],
  ["admin", true, null, "give"],
  ["viewer", true, given, "open"],
  ["admin", true, given, "open"],
] as const)(
  "%s with a factor %s that was given %s: %s",
  (role, hasFactor, secondFactorAt, stands) => {
    expect(standingOf({ role, hasFactor, secondFactorAt }, { demo: false })).toBe(stands);
  },
);

test("in the demo nobody has to have one, and who has one is asked for it", () => {
  const admin = { role: "admin", secondFactorAt: null } as const;
  expect(standingOf({ ...admin, hasFactor: false }, { demo: true })).toBe("open");
  expect(standingOf({ ...admin, hasFactor: true }, { demo: true })).toBe("give");
});
