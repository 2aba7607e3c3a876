import { beforeAll, describe, expect, test } from "vitest";
import { languages } from "@/lib/languages/model";
import { stubEnvironment } from "@/scripts/testing/stub-environment";
import { type Refusal, refusalPage } from "./refusal-page";

beforeAll(() => stubEnvironment());

const reasons: Refusal[] = ["elsewhere", "noSize", "tooLarge"];

describe.each(languages)("a refusal in %s", (language) => {
  test.each(reasons)("is a whole page that needs no script: %s", (why) => {
    const page = refusalPage(why, language, "abc");
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toMatch(/<h1>\p{Lu}[^<{]+<\/h1>\n<p>[^<{]+<\/p>/u);
    expect(page).not.toContain("<script");
  });

  test("is in its own words", () => {
    for (const why of reasons) {
      const same = refusalPage(why, language, "abc") === refusalPage(why, "en", "abc");
      expect(same).toBe(language === "en");
    }
  });
});

test("whoever was refused as a stranger reads the portal's own address", () => {
  expect(refusalPage("elsewhere", "fr", "abc")).toContain("faites-le là\u00a0: https://");
});

test("what was too large is said to be lost", () => {
  const page = refusalPage("tooLarge", "en", "abc");
  expect(page).toContain("<h1>Too large</h1>");
  expect(page).toContain("nothing of it was saved");
});
