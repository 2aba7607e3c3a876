import { readFileSync } from "node:fs";

/** One self-contained file, read per call: it may be edited while the emulator runs. */
export function page(): string {
  return readFileSync(new URL("page.html", import.meta.url), "utf8");
}
