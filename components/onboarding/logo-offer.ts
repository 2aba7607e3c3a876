import type { ImageFacts, ImageFormat } from "@/lib/images/model";
import { LOGO_EDGE_PX, type LogoProblem } from "@/lib/logos/model";

/** Ours: opening more than this could stop the browser. */
export const OPENED_BYTES_MAX = 50_000_000;
const OPENED_PIXELS_MAX = 64_000_000;

/** What browsers can draw. */
const opened: ImageFormat[] = ["PNG", "JPEG", "WebP", "GIF", "SVG", "AVIF", "BMP"];

/** What a button can mend; the first one found names it. */
const mendable = ["wrong_size", "too_large", "animated", "not_png", "tail", "overfull"] as const;

/** What can be done about it here, or what else to do. Both are keys of texts. */
export function offerFor(
  { format, bytes, widthPx = 0, heightPx = 0 }: ImageFacts,
  problems: LogoProblem[],
): { button: (typeof mendable)[number] } | { advice: "smaller" | "another" } {
  const codes = problems.map(({ code }) => code);
  if (bytes > OPENED_BYTES_MAX || widthPx * heightPx > OPENED_PIXELS_MAX) {
    return { advice: "smaller" };
  }
  const button = mendable.find((code) => codes.includes(code));
  const hopeless = codes.some((code) => code === "empty" || code === "cut" || code === "damaged");
  if (button && !hopeless && format && opened.includes(format)) return { button };
  return { advice: "another" };
}

/** Fewer pixels than the logo needs: it will be enlarged. */
export function isEnlarged({ format, widthPx, heightPx }: ImageFacts): boolean {
  return format !== "SVG" && Math.max(widthPx ?? Infinity, heightPx ?? Infinity) < LOGO_EDGE_PX;
}
