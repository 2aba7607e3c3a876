import { describe, expect, test } from "vitest";
import { classicDisablement } from "./model";

describe("the end of connections without OAuth", () => {
  const now = Date.UTC(2026, 5, 18, 12);

  test.each([
    ["2026-12-31", "later", "Non-OAuth connections end 31 Dec 2026 – in 196 days"],
    ["2026-06-30", "soon", "Non-OAuth connections end 30 Jun 2026 – in 12 days"],
    ["2026-06-18", "soon", "Non-OAuth connections end 18 Jun 2026 – today"],
    ["2026-06-17", "past", "Non-OAuth connections ended 17 Jun 2026"],
    ["soon", "later", "Non-OAuth connections end soon"],
  ])("%s is %s", (day, urgency, text) => {
    expect(classicDisablement(day, now)).toEqual({ urgency, text });
  });
});
