import "server-only";
import type { Language } from "@/lib/languages/model";

/**
 * An answer that no page of the portal can give. It needs no script and no file of the build.
 *
 * @param paragraphs our own words only: nothing here is escaped.
 */
export function plainPage(
  nonce: string,
  title: string,
  paragraphs: string[],
  language: Language = "en",
): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Vestibule</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; }
body {
  background: light-dark(#ffffff, #020618);
  color: light-dark(#0f172b, #f1f5f9);
  font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif;
  margin: 0;
  overflow-wrap: anywhere;
}
main { margin: 0 auto; max-width: 30rem; padding: 4rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}
</main>
</body>
</html>
`;
}
