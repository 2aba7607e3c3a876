/** Ours: Plaid documents no limit. */
export const REDIRECT_URIS_MAX = 50;
/** Ours: beyond it, whoever sends the form is not typing. */
const PASTED_URIS_MAX = 500;

/** Tested on the raw text: `URL.search` and `URL.hash` are empty for a trailing `?` or `#`. */
export function redirectUriProblem(uri: string): string | undefined {
  if (uri.length > 2000) return "A redirect URI must be 2,000 characters or fewer";
  if (/\s|\p{Cc}|\p{Cs}/u.test(uri)) return "Remove the spaces";
  if (uri.includes("\\")) return "Use / in place of \\";
  const url = parseUrl(uri);
  if (!url || !/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return "Start with https://";
  if (!/^https?:$/.test(url.protocol)) {
    return "Use a universal link. Custom schemes such as myapp:// are not supported";
  }
  if (uri.includes("?")) {
    return "Remove everything from the question mark on. Plaid does not allow query parameters";
  }
  if (uri.includes("#")) return "Remove the # part. Plaid does not support hash routes";
  if (url.username || url.password) return "Remove the user name and password";
  if (/[^!-~]/.test(uri)) return `Plaid takes plain letters only. Write it as ${url.href}`;
  if (url.hostname === "localhost") return undefined;
  if (url.protocol === "http:") {
    return "Production needs https. http works only for localhost in Sandbox";
  }
  return hostProblem(url.hostname, uri);
}

function hostProblem(hostname: string, uri: string): string | undefined {
  if (/^[\d.]+$|^\[/.test(hostname)) return "Use a host name instead of an IP address";
  const [first, ...rest] = hostname.split(".");
  const elsewhere = uri.replace("*", "").includes("*");
  if (
    elsewhere ||
    (hostname.includes("*") && (first !== "*" || rest.length < 2)) ||
    (uri.includes("*") && !hostname.includes("*"))
  ) {
    return "Use * only as the first part: https://*.example.com/…";
  }
  if (rest.length === 0 || rest.some((label) => label === "")) {
    return "Enter a full host name such as www.example.com";
  }
  return undefined;
}

/** Redirect URIs from whatever was pasted: lines, commas, spaces or a JSON array. Each once, in order. */
export function mergeRedirectUris(listed: string[], pasted: string): string[] {
  const known = new Set(listed.map((uri) => uri.trim()));
  const added: string[] = [];
  for (const uri of pastedUris(pasted).slice(0, PASTED_URIS_MAX)) {
    if (known.has(uri)) continue;
    known.add(uri);
    added.push(uri);
  }
  return [...listed, ...added];
}

function pastedUris(pasted: string): string[] {
  return fromJson(pasted)
    .split(/[\s,]+/u)
    .map((part) => part.replace(/^[[\]"'\u201c\u201d]+|[[\]"'\u201c\u201d]+$/gu, ""))
    .filter((part) => part !== "");
}

/** JSON may spell a slash as `\\/`; what is no JSON array is taken as it is. */
function fromJson(pasted: string): string {
  try {
    const parsed: unknown = JSON.parse(pasted);
    return Array.isArray(parsed) ? parsed.join("\n") : pasted;
  } catch {
    return pasted;
  }
}

/** http or https, with a full host name and nobody's credentials in it. */
export function isWebAddress(value: string): boolean {
  const url = parseUrl(value);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.username === "" &&
    url.password === "" &&
    /^[^.].*\.[a-z0-9-]{2,}$/i.test(url.hostname) &&
    !/^[\d.]+$/.test(url.hostname)
  );
}

function parseUrl(value: string): URL | null {
  // Not `URL.canParse`: once it is hot, Node 20's refuses every address with a letter beyond Latin-1.
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

/** People type `example.com`, as Plaid's own sample does; digits after the colon are a port. */
export function withScheme(value: string): string {
  return value === "" || /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(value) ? value : `https://${value}`;
}
