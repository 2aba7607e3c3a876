// A form of an earlier build's page, sent without JavaScript: Next answers it with a line of plain text.
import { createHash } from "node:crypto";

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif; margin: 0; }
main { margin: 0 auto; max-width: 30rem; padding: 4rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
`;

const texts = {
  en: [
    "This page is from before an update",
    "What you sent did not arrive, and nothing was changed.",
    "Go back: your browser still shows what you typed. Copy what you need, load the page again, and send it from there.",
  ],
  es: [
    "Esta página es anterior a una actualización",
    "Lo que envió no llegó y no se ha cambiado nada.",
    "Vuelva atrás: su navegador aún muestra lo que escribió. Copie lo que necesite, vuelva a cargar la página y envíelo desde ahí.",
  ],
  fr: [
    "Cette page date d’avant une mise à jour",
    "Ce que vous avez envoyé n’est pas arrivé, et rien n’a été modifié.",
    "Revenez en arrière : votre navigateur affiche encore votre saisie. Copiez ce dont vous avez besoin, rechargez la page, puis envoyez le formulaire depuis celle-ci.",
  ],
};

const page = (languages) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.en[0]} – Vestibule</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${languages.map(section).join("\n")}
</main>
</body>
</html>
`;

function section(language) {
  const [title, ...paragraphs] = texts[language];
  return `<div lang="${language}">
<h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}
</div>`;
}

/** Customers read it in theirs: one page has all of them. */
const forStaff = page(["en"]);
const forCustomers = page(["en", "es", "fr"]);

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
    const ofCustomers = /^\/(apply|handover)\//.test(request.url);
    return end.call(this, ofCustomers ? forCustomers : forStaff);
  };
}
