import { LOCAL_HOSTS, REDIRECT_URI_LENGTH_MAX } from "./assumptions";
import { isUrl } from "./is-url";

/** @returns what is wrong with the URI, in the words of the API, or undefined (rule K10). */
export function redirectUriProblem(uri: string): string | undefined {
  if (uri.length > REDIRECT_URI_LENGTH_MAX) return "is too long";
  // The URL parser drops or repairs these silently, so they are looked for in the text itself.
  if (!/^[!-~]+$/.test(uri) || uri.includes("\\")) return "must be a valid absolute URI";
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(uri) || !isUrl(uri)) {
    return "must be a valid absolute URI";
  }
  if (uri.includes("?")) return "must not contain query parameters";
  if (uri.includes("#")) return "must not contain a fragment";

  const url = new URL(uri);
  const authority = uri.split("/")[2] ?? "";
  if (authority.includes("@")) return "must not contain user information";
  if (!isAllowedScheme(url)) return "must use https";
  if (!isAllowedHost(url.hostname) || uri.replace(authority, "").includes("*")) {
    return "may use a wildcard only as the whole left-most label of the host";
  }
  return undefined;
}

function isAllowedScheme(url: URL): boolean {
  return (
    url.protocol === "https:" || (url.protocol === "http:" && LOCAL_HOSTS.includes(url.hostname))
  );
}

function isAllowedHost(host: string): boolean {
  if (!host.includes("*")) return true;
  // At least two labels behind the wildcard: "*.com" would cover everybody.
  return /^\*(\.[^.*]+){2,}$/.test(host);
}
