import "server-only";

/** Where a page of an order begins: the order's key of a row and the row's id. */
export type Cursor = { key: string; id: string };

const PARTS = 3;
const LENGTH_MAX = 500;

/** @param order names what the list is ordered by: a place in one order means nothing in another. */
export function encodeCursor(order: string, { key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString("base64url");
}

/** Undefined for anything that is no place in this order: an address somebody shortened shows the first page. */
export function decodeCursor(order: string, text: string | null): Cursor | undefined {
  const [named, key, id] = partsOf(Buffer.from(text ?? "", "base64url").toString());
  return named === order && key !== undefined && id ? { key, id } : undefined;
}

function partsOf(text: string): string[] {
  try {
    const parts: unknown = JSON.parse(text);
    const sound = (part: unknown) =>
      typeof part === "string" && part.length < LENGTH_MAX && !part.includes("\0");
    return Array.isArray(parts) && parts.length === PARTS && parts.every(sound) ? parts : [];
  } catch {
    return [];
  }
}
