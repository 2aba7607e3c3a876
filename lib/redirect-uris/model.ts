import type { Translate } from "@/lib/languages/model";
import { parseUrl, withScheme } from "@/lib/web-addresses/model";

/** Ours: Plaid documents no length. */
const LENGTH_MAX = 2000;

/** What Plaid asks of a redirect URI, in the order in which a line is told. */
export const redirectUriRules = [
  "scheme",
  "query",
  "fragment",
  "wildcard",
  "host",
  "once",
] as const;
export type RedirectUriRule = (typeof redirectUriRules)[number];

/** What became of one line of the list. */
export type RedirectUriVerdict = {
  /** As it is sent: host in lower case and ASCII. Empty for an empty line. */
  value: string;
  /** The rules it breaks; `error` says how to keep the first. */
  broken: RedirectUriRule[];
  error?: string | undefined;
  warning?: string | undefined;
  /** Nobody but the developer can be sent back to localhost. */
  sandboxOnly: boolean;
  /** The same address with or without www, when the list lacks it. */
  twin?: string | undefined;
};

type Judging = {
  say: Translate<"redirectUris.verdict">;
  /** Null for a public suffix. A browser has no list of these; the server decides. */
  registrableDomain?: (host: string) => string | null;
  /** The company's website as typed. */
  website?: string;
};

/** One verdict for each line, also for an empty one. */
export function redirectUriVerdicts(typed: string[], judging: Judging): RedirectUriVerdict[] {
  const lines = typed.map((text) => readLine(text.trim()));
  return lines.map((line, index) => {
    if (line.text === "") return { value: "", broken: [], sandboxOnly: false };

    const others = lines.filter((_, place) => place !== index).map(({ value }) => value);
    const problems = {
      ...problemsOf(line, judging),
      once: repeats(lines, index) ? judging.say("once") : undefined,
    };
    const broken = redirectUriRules.filter((rule) => problems[rule]);
    const sandboxOnly = line.url?.hostname === "localhost";
    if (broken[0]) {
      return { value: line.text, broken, error: problems[broken[0]], sandboxOnly };
    }
    const warning = warningOf(line, others, judging);
    return { value: line.value, broken, warning, sandboxOnly, twin: twinOf(line, others) };
  });
}

/** `url` is without the wildcard: Chromium has `%2A` for it in a host, others keep it. */
type Line = { text: string; value: string; url: URL | null; wildcard: boolean };

function readLine(text: string): Line {
  const wildcard = /^https?:\/\/\*\./i.test(text);
  const bare = (wildcard ? text.replace("*.", "") : text).replaceAll("*", "x");
  const url = /^https?:\/\//i.test(text) ? parseUrl(bare) : null;
  if (!url) return { text, value: text, url, wildcard };
  const path = url.pathname === "/" && !text.endsWith("/") ? "" : url.pathname;
  const value = `${url.protocol}//${wildcard ? "*." : ""}${url.host}${path}`;
  return { text, value, url, wildcard };
}

/** On the raw text where it matters: `URL.search` and `URL.hash` are empty for a trailing `?` or `#`. */
function problemsOf({ text, url }: Line, judging: Judging) {
  const { say } = judging;
  return {
    scheme: schemeProblem(text, url, say),
    query: text.includes("?") ? say("query") : undefined,
    fragment: text.includes("#") ? say("fragment") : undefined,
    wildcard:
      text.includes("*") && !/^https?:\/\/\*\.[^*/.]+\.[^*/]+(\/[^*]*)?$/i.test(text)
        ? say("wildcard")
        : undefined,
    host: url ? hostProblem(text, url, judging) : undefined,
  };
}

function schemeProblem(text: string, url: URL | null, say: Judging["say"]): string | undefined {
  if (text.length > LENGTH_MAX) return say("tooLong", { max: LENGTH_MAX });
  if (/\s|\p{Cc}|\p{Cs}/u.test(text)) return say("spaces");
  if (text.includes("\\")) return say("backslash");
  if (url?.protocol === "http:" && url.hostname !== "localhost") {
    return say("needsHttps");
  }
  if (url) return undefined;
  if (/^https?:\/\//i.test(text)) return say("whole");
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? say("ownScheme") : say("start");
}

function hostProblem(
  text: string,
  { hostname }: URL,
  { say, registrableDomain }: Judging,
): string | undefined {
  if (text.split("/")[2]?.includes("@")) return say("userName");
  if (hostname === "localhost") return undefined;
  if (/^[\d.]+$|^\[/.test(hostname)) return say("ipAddress");
  const labels = hostname.split(".");
  if (labels.length < 2 || !labels.every((label) => /^[a-z0-9_-]+$/.test(label))) {
    return say("host");
  }
  return registrableDomain?.(hostname) === null
    ? say("publicSuffix", { host: hostname })
    : undefined;
}

function repeats(lines: Line[], index: number): boolean {
  const key = keyOf(lines[index]);
  return lines.findIndex((line) => keyOf(line) === key) < index;
}

/** Equal for addresses a browser takes for one. */
function keyOf(line: Line | undefined): string | undefined {
  return line?.url ? `${line.wildcard} ${line.url.href}` : line?.text;
}

function warningOf(line: Line, others: string[], judging: Judging): string | undefined {
  const { say } = judging;
  const { value, url, wildcard } = line;
  if (!url || url.hostname === "localhost") return undefined;
  const slashless = value.replace(/\/$/, "");
  const sentences = [
    wildcard && say("oldWildcard"),
    value === slashless && url.pathname === "/" && say("path"),
    hasCapitals(url) && say("capitals"),
    url.port !== "" && say("port", { port: url.port }),
    (others.includes(slashless) || others.includes(`${value}/`)) && say("slash"),
    otherSite(url.hostname, judging),
  ];
  return sentences.filter(Boolean).join(". ") || undefined;
}

/** Plaid compares letter by letter; `%2F` and the like have capitals of their own. */
function hasCapitals({ pathname }: URL): boolean {
  return /[A-Z]/.test(pathname.replaceAll(/%[\dA-F]{2}/g, ""));
}

function otherSite(hostname: string, { say, registrableDomain, website = "" }: Judging) {
  const [ours, theirs] = [parseUrl(withScheme(website.trim()))?.hostname, hostname].map(
    (host) => host && registrableDomain?.(host),
  );
  return ours && theirs && ours !== theirs
    ? say("otherSite", { website: ours, domain: theirs })
    : undefined;
}

/** The host with or without www, of hosts that usually have both. */
function twinOf({ value, url, wildcard }: Line, others: string[]): string | undefined {
  if (!url || wildcard) return undefined;
  const twin = url.hostname.startsWith("www.")
    ? value.replace("://www.", "://")
    : value.replace("://", "://www.");
  const usual = url.hostname.split(".").length === (url.hostname.startsWith("www.") ? 3 : 2);
  return usual && !others.includes(twin) ? twin : undefined;
}
