import "server-only";

/** How far two tables were read: each of them goes on from its own place. */
export type Position = { seq: number | null; change: { micros: string; id: string } | null };

const shape = /^(\d{0,15})\.(?:(\d{1,16})\.([\w-]{1,64}))?$/;

export function encodePosition({ seq, change }: Position): string {
  const place = change ? `${change.micros}.${change.id}` : "";
  return Buffer.from(`${seq ?? ""}.${place}`).toString("base64url");
}

/** The beginning for anything that is not a position: an address somebody shortened shows the first page. */
export function decodePosition(text: string | null): Position {
  const [, seq, micros, id] = shape.exec(Buffer.from(text ?? "", "base64url").toString()) ?? [];
  return {
    seq: seq ? Number(seq) : null,
    change: micros && id ? { micros, id } : null,
  };
}
