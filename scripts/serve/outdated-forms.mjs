// A form of an earlier build's page, sent without JavaScript: Next answers it with a line of plain text.
import { createHash } from "node:crypto";

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif; margin: 0; }
main { margin: 0 auto; max-width: 30rem; padding: 4rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
`;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>This page is from before an update – Vestibule</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>This page is from before an update</h1>
<p>What you sent did not arrive, and nothing was changed.</p>
<p>Go back: your browser still shows what you typed. Copy what you need, load the page again, and send
it from there.</p>
</main>
</body>
</html>
`;

const styleHash = createHash("sha256").update(STYLE).digest("base64");
const POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`;

/** With JavaScript the page itself says so (components/frame/service-problem.tsx). */
export function explainOutdatedForms(request, response) {
  if (request.method !== "POST" || request.headers["next-action"]) return;
  const end = response.end;
  response.end = function (...given) {
    if (this.headersSent || !this.hasHeader("x-nextjs-action-not-found")) {
      return end.apply(this, given);
    }
    for (const name of ["Content-Length", "ETag"]) this.removeHeader(name);
    this.setHeader("Content-Type", "text/html; charset=utf-8");
    this.setHeader("Content-Security-Policy", POLICY);
    return end.call(this, page);
  };
}
