import type { ImageFacts, ImageFormat } from "@/lib/images/model";
import { LOGO_EDGE_PX, type LogoProblem } from "@/lib/logos/model";

/** Ours: opening more than this could stop the browser. */
export const OPENED_BYTES_MAX = 50_000_000;
const OPENED_PIXELS_MAX = 64_000_000;

/** What browsers can draw. */
const opened: ImageFormat[] = ["PNG", "JPEG", "WebP", "GIF", "SVG", "AVIF", "BMP"];

/** What the button that mends a problem says; the first one found names it. */
const offers: Partial<Record<LogoProblem["code"], string>> = {
  wrong_size: "Crop and resize",
  too_large: "Make it smaller",
  animated: "Use first frame",
  not_png: "Convert it",
  tail: "Keep the image alone",
  overfull: "Keep the image alone",
};

/** What can be done about it here, or what else to do. */
export function offerFor(
  { format, bytes, widthPx = 0, heightPx = 0 }: ImageFacts,
  problems: LogoProblem[],
): { button: string } | { advice: string } {
  const codes = problems.map(({ code }) => code);
  if (bytes > OPENED_BYTES_MAX || widthPx * heightPx > OPENED_PIXELS_MAX) {
    return { advice: "It is too large to be opened here. Choose a smaller file" };
  }
  const mended = Object.keys(offers).find((code) => codes.includes(code as LogoProblem["code"]));
  const button = mended && offers[mended as LogoProblem["code"]];
  const hopeless = codes.some((code) => code === "empty" || code === "cut" || code === "damaged");
  if (button && !hopeless && format && opened.includes(format)) return { button };
  return { advice: "Choose another file, such as a PNG, JPEG, WebP, GIF or SVG" };
}

/** Fewer pixels than the logo needs: it will be enlarged. */
export function isEnlarged({ format, widthPx, heightPx }: ImageFacts): boolean {
  return format !== "SVG" && Math.max(widthPx ?? Infinity, heightPx ?? Infinity) < LOGO_EDGE_PX;
}
