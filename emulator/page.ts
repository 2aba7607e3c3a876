import { readFileSync } from "node:fs";

/**
 * The page with its style and script inside: one file, nothing to load. The two scripts are modules
 * for the tools; the second imports the first through a data URL.
 */
export function page(): string {
  const partsUrl = `data:text/javascript;base64,${read(new URL("./page-parts.js", import.meta.url)).toString("base64")}`;
  const contents: Record<string, string> = {
    "page.css": read(new URL("./page.css", import.meta.url)).toString("utf8"),
    "page-script.js": read(new URL("./page-script.js", import.meta.url))
      .toString("utf8")
      .replace("./page-parts.js", partsUrl),
  };
  return read(new URL("./page.html", import.meta.url))
    .toString("utf8")
    .replace(/\/\* (page\S+) \*\//g, (_, name) => contents[name] ?? "");
}

function read(url: URL): Buffer {
  return readFileSync(url);
}
