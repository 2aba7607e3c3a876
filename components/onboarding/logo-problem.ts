import { LOGO_EDGE_PX, type LogoProblem } from "@/lib/onboarding/model";

/** What the file is, and what is needed instead. */
export function explainLogo(problem: LogoProblem): string {
  switch (problem.code) {
    case "empty":
      return "The file is empty. Choose the logo again";
    case "too_large":
      return `This file is ${megabytes(problem.bytes)} MB. It must be smaller than 4 MB`;
    case "not_png":
      return problem.seen === "unknown"
        ? "This file is not an image this portal knows. Plaid needs a PNG"
        : `This file is ${problem.seen === "SVG" ? "an" : "a"} ${problem.seen} image. Plaid needs a PNG`;
    case "damaged":
      return "This PNG is damaged: it cannot be read to the end. Export it again";
    case "wrong_size": {
      const size = `${count(problem.widthPx)} × ${count(problem.heightPx)}`;
      return `This image is ${size} pixels. Plaid needs exactly ${LOGO_EDGE_PX} × ${LOGO_EDGE_PX}`;
    }
  }
}

function megabytes(bytes: number): string {
  // Rounded up: a file just over the limit must not read as the limit.
  return (Math.ceil(bytes / 100_000) / 10).toLocaleString("en-US");
}

function count(pixels: number): string {
  return pixels.toLocaleString("en-US", { useGrouping: false });
}
