import "server-only";

/** Where a page begins: `updated_at` in microseconds since 1970 (a `Date` would lose three digits) and the id. */
export type Cursor = { micros: string; id: string };

const shape = /^(\d{1,16})\.([\w-]{1,64})$/;

export function encodeCursor({ micros, id }: Cursor): string {
  return Buffer.from(`${micros}.${id}`).toString("base64url");
}

/** Undefined for anything that is not a cursor: an address somebody shortened shows the first page. */
export function decodeCursor(text: string | null): Cursor | undefined {
  const match = shape.exec(Buffer.from(text ?? "", "base64url").toString());
  const [, micros, id] = match ?? [];
  return micros && id ? { micros, id } : undefined;
}
