import type { Reader } from "@/lib/bytes/model";

export const PNG_SIGNATURE = "\x89PNG\r\n\x1a\n";
const SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data of a chunk. */
const CHUNK_FRAME_BYTES = 12;
const HEADER_DATA_BYTES = 13;
/** Ours: 50 MB in the smallest chunks that encoders write are not as many. */
const CHUNKS_MAX = 20_000;

const GREY_WITH_ALPHA = 4;
const COLOUR_WITH_ALPHA = 6;

/** `start` and `end` are the places of the whole chunk, frame included. */
export type PngChunk = { type: string; start: number; end: number };

/** The chunks up to and with the last complete one; never beyond IEND, and never too many. */
export function pngChunks(file: Reader): PngChunk[] {
  const chunks: PngChunk[] = [];
  let start = SIGNATURE_BYTES;
  while (start + CHUNK_FRAME_BYTES <= file.length && chunks.length < CHUNKS_MAX) {
    const type = file.text(start + 4, 4);
    const end = start + CHUNK_FRAME_BYTES + file.u32(start);
    if (end > file.length) break;
    chunks.push({ type, start, end });
    if (type === "IEND") break;
    start = end;
  }
  return chunks;
}

/** What a PNG says of itself. Its picture is not decoded. */
export function inspectPng(file: Reader) {
  const chunks = pngChunks(file);
  const has = (type: string) => chunks.some((chunk) => chunk.type === type);
  const [header] = chunks;
  const isHeader = header?.type === "IHDR" && file.u32(header.start) === HEADER_DATA_BYTES;
  if (!isHeader) return { damage: damageOf(file, chunks) ?? ("broken" as const) };

  const colourType = file.u8(25);
  const size = { widthPx: file.u32(16), heightPx: file.u32(20) };
  return {
    ...size,
    bitDepth: file.u8(24),
    interlaced: file.u8(28) === 1,
    colour: colours[colourType],
    mayBeTransparent:
      colourType === GREY_WITH_ALPHA || colourType === COLOUR_WITH_ALPHA || has("tRNS"),
    animated: frameCount(file, chunks) > 1,
    tailBytes: has("IEND") ? file.length - (chunks.at(-1)?.end ?? 0) : 0,
    damage:
      damageOf(file, chunks) ??
      (colours[colourType] && size.widthPx > 0 && size.heightPx > 0 && has("IDAT")
        ? undefined
        : ("broken" as const)),
  };
}

const colours: Record<number, "grey" | "colour" | "palette"> = {
  0: "grey",
  2: "colour",
  3: "palette",
  [GREY_WITH_ALPHA]: "grey",
  [COLOUR_WITH_ALPHA]: "colour",
};

/** Cut: the file ends inside a chunk, or before the one that says it is complete. */
function damageOf(file: Reader, chunks: PngChunk[]): "cut" | "broken" | undefined {
  if (chunks.length === CHUNKS_MAX) return "broken";
  if (chunks.some(({ type }) => !/^[A-Za-z]{4}$/.test(type))) return "broken";
  const last = chunks.at(-1);
  if (last?.type === "IEND") return undefined;
  const next = file.text((last?.end ?? SIGNATURE_BYTES) + 4, 4);
  return /^[A-Za-z]{0,4}$/.test(next) ? "cut" : "broken";
}

/** Of an animated PNG, as its `acTL` chunk says. */
function frameCount(file: Reader, chunks: PngChunk[]): number {
  const control = chunks.find(({ type }) => type === "acTL");
  return control ? file.u32(control.start + 8) : 1;
}
