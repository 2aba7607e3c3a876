import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import type { ImageFacts } from "@/lib/images/model";
import { inspectImage } from "@/lib/images/model";
import { catalogues } from "@/lib/languages/catalogues";
import type { Language } from "@/lib/languages/model";
import type { LogoProblem } from "@/lib/logos/model";
import { isEnlarged, offerFor } from "./logo-offer";
import { amount, explainLogo, explainUnaided } from "./logo-problem";

const words = (locale: Language) =>
  createTranslator({ locale, messages: catalogues[locale], namespace: "logo" });
const t = words("en");

const jpeg: LogoProblem = { code: "not_png", seen: "JPEG", named: undefined };
const small: LogoProblem = { code: "wrong_size", widthPx: 800, heightPx: 600 };

describe("what we saw, and what is needed", () => {
  test.each<[LogoProblem, string]>([
    [{ code: "empty" }, "The file is empty. Choose the logo again"],
    [jpeg, "This file is a JPEG. Plaid needs a PNG"],
    [{ code: "not_png", seen: "SVG", named: undefined }, "This file is an SVG. Plaid needs a PNG"],
    [
      { code: "not_png", seen: "WebP", named: "png" },
      "This file is named .png but contains a WebP image. Plaid needs a PNG",
    ],
    [
      { code: "not_png", seen: undefined, named: "png" },
      "This file is named .png but contains no image this portal knows. Plaid needs a PNG",
    ],
    [
      { code: "not_png", seen: undefined, named: undefined },
      "This file is not an image this portal knows. Plaid needs a PNG",
    ],
    [{ code: "cut" }, "This PNG is damaged: it ends before the image is complete. Export it again"],
    [
      { code: "damaged", seen: "JPEG" },
      "This JPEG is damaged: its image cannot be read. Export it again",
    ],
    [
      { code: "tail", tailBytes: 4096 },
      "This PNG has 5 KB of something else behind its image. Plaid needs the image alone",
    ],
    [
      { code: "animated", seen: "PNG" },
      "This is an animated PNG. Only the first frame would be used",
    ],
    [small, "This image is 800 × 600 pixels. Plaid needs exactly 1024 × 1024"],
    [{ code: "too_large", bytes: 5_150_000 }, "This file is 5.2 MB. It must be smaller than 4 MB"],
  ])("%j", (problem, sentence) => {
    expect(explainLogo(problem, t)).toBe(sentence);
    expect(explainUnaided(problem, t)).toBe(`${sentence}. Use a 1024 × 1024 PNG`);
  });

  test.each([
    [1, "1 byte"],
    [999, "999 bytes"],
    [1001, "2 KB"],
    [4_000_000, "4 MB"],
    [4_000_001, "4.1 MB"],
  ])("%i bytes never read as less than they are: %s", (bytes, words) => {
    expect(amount(bytes, t)).toBe(words);
  });

  test.each([
    ["es", "Este archivo ocupa 5,2\u00a0MB. Debe ocupar menos de 4\u00a0MB"],
    ["fr", "Ce fichier fait 5,2\u00a0Mo. Il doit faire moins de 4\u00a0Mo"],
  ] as const)("sizes are written as %s writes them", (language, sentence) => {
    expect(explainLogo({ code: "too_large", bytes: 5_150_000 }, words(language))).toBe(sentence);
  });
});

describe("what can be done about it", () => {
  const facts: ImageFacts = {
    ...inspectImage(new Uint8Array()),
    format: "JPEG",
    bytes: 9000,
    widthPx: 800,
    heightPx: 600,
  };

  test.each<[LogoProblem[], string]>([
    [[jpeg], "Convert it"],
    [[jpeg, small], "Crop and resize"],
    [[{ code: "too_large", bytes: 5_000_000 }], "Make it smaller"],
    [[jpeg, { code: "animated", seen: "GIF" }], "Use first frame"],
    [[{ code: "tail", tailBytes: 1 }], "Keep the image alone"],
    [[{ code: "overfull" }], "Keep the image alone"],
  ])("%j", (problems, words) => {
    const offer = offerFor(facts, problems);
    expect("button" in offer && t(`offer.${offer.button}`)).toBe(words);
  });

  test.each<[string, Partial<ImageFacts>, LogoProblem[]]>([
    ["damaged", { format: "PNG" }, [{ code: "damaged", seen: "PNG" }]],
    ["empty", { format: undefined }, [{ code: "empty" }]],
    ["of a format that browsers do not draw", { format: "PDF" }, [jpeg]],
    ["enormous", { widthPx: 50_000, heightPx: 50_000 }, [small]],
    ["a file of 80 MB", { bytes: 80_000_000 }, [jpeg]],
  ])("nothing for what is %s, but advice", (_, more, problems) => {
    expect(offerFor({ ...facts, ...more }, problems)).toHaveProperty("advice");
  });

  test("an image with fewer pixels than the logo will be enlarged, a drawing never", () => {
    expect(isEnlarged(facts)).toBe(true);
    expect(isEnlarged({ ...facts, widthPx: 1200 })).toBe(false);
    expect(isEnlarged({ ...facts, format: "SVG" })).toBe(false);
  });
});
