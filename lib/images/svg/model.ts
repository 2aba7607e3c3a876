import type { Reader } from "@/lib/bytes/model";

/** Far enough for an XML declaration, a licence and the first tag. */
const HEAD_BYTES = 4096;

/** The first tag of an SVG, or undefined when this is none. */
function firstTag(file: Reader): string | undefined {
  const head = file.text(0, HEAD_BYTES).replace(/^\xef\xbb\xbf/, "");
  if (!/^\s*<(\?xml|!doctype svg|!--|([\w-]+:)?svg)/i.test(head)) return undefined;
  return head.match(/<([\w-]+:)?svg(?=[\s>/])[^>]*/i)?.[0];
}

export function isSvg(file: Reader): boolean {
  return firstTag(file) !== undefined;
}

/** An SVG's own size: its width and height in pixels, or its view box, which has no unit. */
export function inspectSvg(file: Reader) {
  const tag = firstTag(file) ?? "";
  const [, , boxWidth, boxHeight] = attribute(tag, "viewBox")
    .split(/[\s,]+/)
    .map(Number);
  const widthPx = pixels(attribute(tag, "width")) ?? boxWidth;
  const heightPx = pixels(attribute(tag, "height")) ?? boxHeight;
  return { widthPx, heightPx, mayBeTransparent: true };
}

function attribute(tag: string, name: string): string {
  const match = tag.match(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i"));
  return (match?.[1] ?? match?.[2] ?? "").trim();
}

function pixels(length: string): number | undefined {
  const match = length.match(/^(\d+(?:\.\d+)?)(px)?$/i);
  return match ? Number(match[1]) : undefined;
}
