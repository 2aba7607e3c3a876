import type { Language } from "@/lib/languages/model";

/** Names of an ICU message's tags and values, those within a choice included, once each and in order. */
export function holesOf(message: string): string[] {
  const tags = message.match(/<\w+>/g) ?? [];
  const values: string[] = [];
  let depth = 0;
  for (const [at, sign] of [...message].entries()) {
    // Values and the branches of their choices take turns.
    if (sign === "{" && depth++ % 2 === 0) values.push(/\w+/.exec(message.slice(at))?.[0] ?? "");
    if (sign === "}") depth--;
  }
  return [...new Set([...tags, ...values])].toSorted();
}

const unwanted: Record<Language, string[]> = {
  en: ["invalid", "please", "oops", "sorry", "error occurred", "something went wrong"],
  es: [
    ...["inválid[oa]s?", "no (?:es|son) válid[oa]s?", "no válid[oa]s?", "por favor", "ups"],
    ...["lo sient[oe]", "lo sentimos", "disculp[ae]n?", "perd[oó]ne?", "algo (?:salió|fue) mal"],
    ...["(?:se (?:ha producido|produjo)|ha ocurrido|ocurrió|hubo) un error"],
  ],
  fr: [
    ...["invalides?", "non valides?", "pas valides?", "veuillez", "s[’']il vous plaît", "oups"],
    ...["désolée?s?", "navrée?s?", "excusez", "erreur (?:s[’']est produite|est survenue)"],
  ],
};

/** Whether it says that somebody did wrong, or begs, where it should say what to do. */
export function blames(text: string, language: Language): boolean {
  return asWords(unwanted[language]).test(text);
}

const requests: Record<Language, string[]> = {
  en: [
    ...["accept", "add", "adopt", "allow", "ask", "check", "choose", "close", "confirm", "contact"],
    ...["copy", "enter", "fill", "forward", "give", "go", "keep", "leave", "list", "load", "look"],
    ...["make", "open", "paste", "put", "read", "reload", "remove", "resend", "save", "send"],
    ...["shorten", "sign", "start", "then", "tick", "try", "turn", "type", "upload", "use", "wait"],
    ...["write"],
  ],
  es: [
    ...["abra", "acepte", "acorte", "anada", "busque", "cambie", "cargue", "cierre", "compruebe"],
    ...["confirme", "conserve", "consulte", "copie", "corrija", "deje", "elija", "elimine"],
    ...["empiece", "envie", "escriba", "espere", "guarde", "haga", "indique", "inicie", "intente"],
    ...["introduzca", "lea", "mantenga", "marque", "mire", "pegue", "pida", "pongase", "pruebe"],
    ...["quite", "reenvie", "rellene", "revise", "seleccione", "solicite", "suba", "sustituya"],
    ...["use", "utilice", "vuelva"],
  ].map((verb) => `${verb}(?:l[aeo]s?)?`),
  fr: ["\\p{L}+ez", "faites", "dites"],
};
const rules: Record<Language, string[]> = {
  en: ["must"],
  es: ["debe", "deben"],
  fr: ["doit", "doivent"],
};

/** Whether some part of it begins with what to do, or says how the thing must be. */
export function asksForSomething(text: string, language: Language): boolean {
  const [first, rule] = [asWords(requests[language]), asWords(rules[language])];
  const parts = withoutAccents(text).split(/[.:;,{}–]\s*/);
  return rule.test(text) || parts.some((part) => first.exec(part)?.index === 0);
}

/** `Escríbalo` begins as `escriba` does. */
function withoutAccents(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "");
}

function asWords(patterns: string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${patterns.join("|")})(?!\\p{L})`, "iu");
}
