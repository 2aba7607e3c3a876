/** Ours: Plaid documents no limit. */
export const REDIRECT_URIS_MAX = 50;
/** Ours: beyond it, whoever sends the form is not typing. */
const PASTED_URIS_MAX = 500;

/** Redirect URIs from whatever was pasted: lines, commas, spaces or a JSON array. Each once, in order. */
export function mergeRedirectUris(listed: string[], pasted: string): string[] {
  const known = new Set(listed.map((uri) => uri.trim()));
  const added: string[] = [];
  for (const uri of pastedUris(pasted)) {
    if (known.has(uri)) continue;
    known.add(uri);
    added.push(uri);
  }
  return [...listed, ...added];
}

/** What was pasted, one by one. */
export function pastedUris(pasted: string): string[] {
  return fromJson(pasted)
    .split(/[\s,]+/u)
    .map((part) => part.replace(/^[[\]"'\u201c\u201d]+|[[\]"'\u201c\u201d]+$/gu, ""))
    .filter((part) => part !== "")
    .slice(0, PASTED_URIS_MAX);
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

/** @returns null for what is no absolute address. */
export function parseUrl(value: string): URL | null {
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

/** A host name in lower case and ASCII; undefined for what is no host name. */
export function asciiHost(host: string): string | undefined {
  if (/[\s/\\?#@:%]/.test(host)) return undefined;
  return parseUrl(`https://${host}`)?.hostname;
}
