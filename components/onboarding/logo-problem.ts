import type { Translate } from "@/lib/languages/model";
import { LOGO_EDGE_PX, type LogoProblem } from "@/lib/logos/model";

type Texts = Translate<"logo">;

/** What the file is, and what is needed instead. */
export function explainLogo(problem: LogoProblem, t: Texts): string {
  switch (problem.code) {
    case "empty":
    case "cut":
    case "overfull":
    case "busy":
      return t(`verdict.${problem.code}`);
    case "not_png":
      return notPng(problem, t);
    case "damaged":
    case "animated":
      return t(`verdict.${problem.code}`, { format: problem.seen });
    case "tail":
      return t("verdict.tail", { size: amount(problem.tailBytes, t) });
    case "wrong_size": {
      const size = { width: String(problem.widthPx), height: String(problem.heightPx) };
      return t("verdict.wrongSize", { ...size, edge: String(LOGO_EDGE_PX) });
    }
    case "too_large":
      return t("verdict.tooLarge", { size: amount(problem.bytes, t) });
  }
}

/** Without JavaScript nothing here can change a file: what to bring instead is said, too. */
export function explainUnaided(problem: LogoProblem, t: Texts): string {
  const sentence = explainLogo(problem, t);
  return problem.code === "busy" ? sentence : t("verdict.unaided", { problem: sentence });
}

function notPng({ seen, named }: LogoProblem & { code: "not_png" }, t: Texts): string {
  if (named) {
    return seen
      ? t("verdict.misnamed", { ending: named, format: seen })
      : t("verdict.misnamedNoImage", { ending: named });
  }
  return seen ? t("verdict.otherFormat", { format: seen }) : t("verdict.noImage");
}

/** Rounded up: a file just over the limit must not read as the limit. */
export function amount(bytes: number, t: Texts): string {
  if (bytes < 1000) return t("image.bytes", { count: bytes });
  if (bytes < 1_000_000) return t("image.kilobytes", { count: Math.ceil(bytes / 1000) });
  return t("image.megabytes", { count: Math.ceil(bytes / 100_000) / 10 });
}
