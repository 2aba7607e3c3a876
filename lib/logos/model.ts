import type { ImageFacts, ImageFormat } from "@/lib/images/model";

/** The logo rules of `/partner/customer/create`: PNG, exactly this edge, under this many bytes. */
export const LOGO_EDGE_PX = 1024;
/** Plaid says "under 4MB"; read as the stricter 4,000,000 bytes. */
export const LOGO_BYTES_MAX = 4_000_000;

/** Form field of a file sent with its form; `logo` itself carries the hash of the stored one. */
export const LOGO_FILE_FIELD = "logoFile";

/** A logo the portal holds. `transparent`: a part of it lets the background through. */
export type StoredLogo = { sha256: string; bytes: number; transparent: boolean };

export type LogoProblem =
  | { code: "empty" }
  /** `named`: the ending of the file's name, when it promises another format. */
  | { code: "not_png"; seen: ImageFormat | undefined; named: string | undefined }
  | { code: "cut" }
  | { code: "damaged"; seen: ImageFormat }
  /** Something else lies behind the image. */
  | { code: "tail"; tailBytes: number }
  /** Unpacks to more than its picture takes. */
  | { code: "overfull" }
  | { code: "animated"; seen: ImageFormat }
  | { code: "wrong_size"; widthPx: number; heightPx: number }
  | { code: "too_large"; bytes: number }
  /** Nothing about the file: too many were sent at once. */
  | { code: "busy" };

/** Every reason why a file is no logo, the first one to tell first. None does not yet mean that its picture is sound. */
export function logoProblems(facts: ImageFacts, fileName = ""): LogoProblem[] {
  const { format, bytes, widthPx, heightPx, damage, tailBytes } = facts;
  if (bytes === 0) return [{ code: "empty" }];
  if (damage === "cut") return [{ code: "cut" }];
  if (damage === "broken") return [{ code: "damaged", seen: "PNG" }];

  const problems: LogoProblem[] = [];
  if (format !== "PNG") {
    problems.push({ code: "not_png", seen: format, named: falseEnding(fileName, format) });
  }
  if (tailBytes > 0) problems.push({ code: "tail", tailBytes });
  if (facts.animated && format) problems.push({ code: "animated", seen: format });
  // A drawing has no pixels of its own.
  const hasPixels = widthPx && heightPx && format !== "SVG";
  if (hasPixels && !(widthPx === LOGO_EDGE_PX && heightPx === LOGO_EDGE_PX)) {
    problems.push({ code: "wrong_size", widthPx, heightPx });
  }
  // Of another format, the bytes say nothing about the PNG that is made of it.
  if (format === "PNG" && bytes >= LOGO_BYTES_MAX) problems.push({ code: "too_large", bytes });
  return problems;
}

const endings: Record<string, ImageFormat> = {
  png: "PNG",
  jpg: "JPEG",
  jpeg: "JPEG",
  webp: "WebP",
  gif: "GIF",
  svg: "SVG",
};

/** The ending of a name that promises a format which the file has not. */
function falseEnding(name: string, format: ImageFormat | undefined): string | undefined {
  const ending = name.match(/\.([a-z]+)$/i)?.[1]?.toLowerCase();
  const promised = ending && endings[ending];
  return promised && promised !== format ? ending : undefined;
}
