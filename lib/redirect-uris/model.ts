import { parseUrl, withScheme } from "@/lib/web-addresses/model";

/** Ours: Plaid documents no length. */
const LENGTH_MAX = 2000;

/** What Plaid asks of a redirect URI, in the order in which a line is told. */
export const redirectUriRules = {
  scheme: "https:// at the start, or http:// for localhost in Sandbox",
  query: "No question mark",
  fragment: "No # part",
  wildcard: "* only as the first part: https://*.example.com/oauth",
  host: "A host name of your own: no user name, no IP address",
  once: "Each address once",
} as const;
export type RedirectUriRule = keyof typeof redirectUriRules;

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

type Options = {
  /** Null for a public suffix. A browser has no list of these; the server decides. */
  registrableDomain?: (host: string) => string | null;
  /** The company's website as typed. */
  website?: string;
};

/** One verdict for each line, also for an empty one. */
export function redirectUriVerdicts(typed: string[], options: Options = {}): RedirectUriVerdict[] {
  const lines = typed.map((text) => readLine(text.trim()));
  return lines.map((line, index) => {
    if (line.text === "") return { value: "", broken: [], sandboxOnly: false };

    const others = lines.filter((_, place) => place !== index).map(({ value }) => value);
    const problems = { ...problemsOf(line, options), once: repeats(lines, index) };
    const broken = ruleNames.filter((rule) => problems[rule]);
    const sandboxOnly = line.url?.hostname === "localhost";
    if (broken[0]) {
      return { value: line.text, broken, error: problems[broken[0]], sandboxOnly };
    }
    const warning = warningOf(line, others, options);
    return { value: line.value, broken, warning, sandboxOnly, twin: twinOf(line, others) };
  });
}

const ruleNames = Object.keys(redirectUriRules) as RedirectUriRule[];

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
function problemsOf({ text, url }: Line, { registrableDomain }: Options) {
  return {
    scheme: schemeProblem(text, url),
    query: text.includes("?")
      ? "Remove everything from the question mark on. Plaid does not allow query parameters"
      : undefined,
    fragment: text.includes("#")
      ? "Remove the # part. Plaid does not support hash routes"
      : undefined,
    wildcard:
      text.includes("*") && !/^https?:\/\/\*\.[^*/.]+\.[^*/]+(\/[^*]*)?$/i.test(text)
        ? "Use * only as the first part: https://*.example.com/…"
        : undefined,
    host: url ? hostProblem(text, url, registrableDomain) : undefined,
  };
}

function schemeProblem(text: string, url: URL | null): string | undefined {
  if (text.length > LENGTH_MAX) return "Enter a shorter redirect URI, 2,000 characters or fewer";
  if (/\s|\p{Cc}|\p{Cs}/u.test(text)) return "Remove the spaces";
  if (text.includes("\\")) return "Use / in place of \\";
  if (url?.protocol === "http:" && url.hostname !== "localhost") {
    return "Production needs https. http works only for localhost in Sandbox";
  }
  if (url) return undefined;
  if (/^https?:\/\//i.test(text)) return "Enter a whole address such as https://example.com/oauth";
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? "Use a universal link. Custom schemes such as myapp:// are not supported"
    : "Start with https://";
}

function hostProblem(
  text: string,
  { hostname }: URL,
  registrableDomain: Options["registrableDomain"],
): string | undefined {
  if (text.split("/")[2]?.includes("@")) return "Remove the user name and password before the @";
  if (hostname === "localhost") return undefined;
  if (/^[\d.]+$|^\[/.test(hostname)) return "Use a host name in place of the IP address";
  const labels = hostname.split(".");
  if (labels.length < 2 || !labels.every((label) => /^[a-z0-9_-]+$/.test(label))) {
    return "Enter a full host name such as www.example.com";
  }
  return registrableDomain?.(hostname) === null
    ? `Anyone can register names under ${hostname}. Use a domain you own`
    : undefined;
}

function repeats(lines: Line[], index: number): string | undefined {
  const key = keyOf(lines[index]);
  const first = lines.findIndex((line) => keyOf(line) === key);
  return first < index ? "Remove it. This redirect URI is already in the list" : undefined;
}

/** Equal for addresses a browser takes for one. */
function keyOf(line: Line | undefined): string | undefined {
  return line?.url ? `${line.wildcard} ${line.url.href}` : line?.text;
}

function warningOf(line: Line, others: string[], options: Options): string | undefined {
  const { value, url, wildcard } = line;
  if (!url || url.hostname === "localhost") return undefined;
  const slashless = value.replace(/\/$/, "");
  const sentences = [
    wildcard &&
      "Plaid's current reference no longer mentions *. List each host if Plaid refuses it",
    value === slashless &&
      url.pathname === "/" &&
      "Matching is exact: add the path if there is one",
    hasCapitals(url) && "Matching is exact: check the capital letters of the path",
    url.port !== "" && `Matching is exact: people come back to port ${url.port}`,
    (others.includes(slashless) || others.includes(`${value}/`)) &&
      "It is here with and without the slash at the end. Keep the one the app uses",
    otherSite(url.hostname, options),
  ];
  return sentences.filter(Boolean).join(". ") || undefined;
}

/** Plaid compares letter by letter; `%2F` and the like have capitals of their own. */
function hasCapitals({ pathname }: URL): boolean {
  return /[A-Z]/.test(pathname.replaceAll(/%[\dA-F]{2}/g, ""));
}

function otherSite(hostname: string, { registrableDomain, website = "" }: Options) {
  const [ours, theirs] = [parseUrl(withScheme(website.trim()))?.hostname, hostname].map(
    (host) => host && registrableDomain?.(host),
  );
  return ours && theirs && ours !== theirs
    ? `The website is at ${ours}. Check that ${theirs} is the company's too`
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
