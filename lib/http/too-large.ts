import "server-only";

/** A CSV file of 5 MB, or a logo of just under 4 MB, with the other fields of its form around it. */
const FORM_BYTES_MAX = 5_200_000;
const OTHER_BYTES_MAX = 100_000;

/** Decided by the announced length, before anything is read. */
export function isTooLarge(headers: Headers): boolean {
  const bytes = Number(headers.get("content-length") ?? 0);
  const isForm = /^multipart\/form-data\b/i.test(headers.get("content-type") ?? "");
  return !(bytes <= (isForm ? FORM_BYTES_MAX : OTHER_BYTES_MAX));
}

const withFile = /^\/((onboardings|apply)\/[^/]+\/logo|customers\/import)$/;

/** A page that can say it beside its own field: there, and the bytes that were announced. */
export function tooLargeField(url: URL, headers: Headers): string | undefined {
  // A script that posts reads the status itself.
  if (!withFile.test(url.pathname) || headers.has("next-action")) return undefined;
  const query = new URLSearchParams(url.search);
  query.set("tooLarge", headers.get("content-length") ?? "");
  return `${url.pathname}?${query}`;
}

export function tooLargePage(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Too large – Vestibule</title>
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
<h1>Too large</h1>
<p>A form may have 5 MB with its file, and a logo must be smaller than 4 MB. What was sent is more than that, so nothing of it was saved.</p>
<p>Go back with your browser and choose a smaller file. What you saved before is still there.</p>
</main>
</body>
</html>
`;
}
