/** What must not be found, by a name that may be printed. */
export type Needle = { name: string; value: string };

/** Long enough that nothing else looks like it, and short enough for what cuts a value. */
const WINDOW = 16;

/**
 * Looks for values in a text, plain and in the ways in which programs write them down: hexadecimal,
 * Base64 at any offset, and two bytes per character.
 */
export function createSearch(needles: Needle[]): (text: string) => string[] {
  const names = new Map<string, string>();
  for (const { name, value } of needles) {
    for (const [form, written] of formsOf(value)) {
      if (written.length >= WINDOW) names.set(written.slice(0, WINDOW), `${name} (${form})`);
    }
  }
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at + WINDOW <= text.length; at++) {
      const name = names.get(text.slice(at, at + WINDOW));
      if (name) found.add(name);
    }
    return [...found];
  };
}

function formsOf(value: string): [form: string, written: string][] {
  const bytes = Buffer.from(value);
  const wide = Buffer.from(value, "utf16le");
  const hex = bytes.toString("hex");
  return [
    ["plain", value],
    ["hexadecimal", hex],
    ["hexadecimal", hex.toUpperCase()],
    ["two bytes per character", wide.toString("latin1")],
    ["two bytes per character, hexadecimal", wide.toString("hex")],
    ...[0, 1, 2].map((offset): [string, string] => ["Base64", base64At(bytes, offset)]),
    ...[0, 1, 2].map((offset): [string, string] => [
      "Base64",
      base64At(bytes, offset).replaceAll("+", "-").replaceAll("/", "_"),
    ]),
  ];
}

/** As it stands inside a longer text: without the characters that its neighbours take part in. */
function base64At(bytes: Buffer, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
  return padded.slice(offset === 0 ? 0 : 4, Math.floor(padded.length / 4) * 4 - 4);
}
