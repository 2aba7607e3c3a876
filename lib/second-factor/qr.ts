import "server-only";
import { encode } from "uqr";

export type QrCode = {
  /** Modules along one side, the quiet zone included. */
  size: number;
  /** Path of an SVG that fills the dark modules. */
  path: string;
};

/** Modules of quiet zone that the standard asks for. */
const BORDER = 4;

export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: BORDER });
  const squares = data.flatMap((row, y) =>
    row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")),
  );
  return { size, path: squares.join("") };
}
