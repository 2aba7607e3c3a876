import "server-only";
import { publicOrigin } from "@/lib/env";
import { CSP_REPORTS, isLink } from "./headers";

/** A page of another site can send a form in a person's name; it cannot pass as a page of ours. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  return (site === null || site === "same-origin") && origin === publicOrigin();
}

/**
 * Whether a form of ours was posted without its origin. A page that sends no referrer makes browsers
 * write "null" there; of a page elsewhere, or in a sandbox, they say so in a header no page can set.
 */
export function hidesOwnOrigin(pathname: string, headers: Headers): boolean {
  return (
    isLink(pathname) &&
    headers.get("origin") === "null" &&
    headers.get("sec-fetch-site") === "same-origin"
  );
}

/** Programs post there without an origin of ours: mail programs (RFC 8058) and browsers by themselves. */
const openToAll = new RegExp(`^(/api/unsubscribe/|${CSP_REPORTS}$)`);

/**
 * Whether a request that may change something says that another site made it. What says nothing is no
 * browser, and carries nobody's cookies.
 */
export function comesFromElsewhere({ method, url, headers }: Request): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return false;
  const { pathname } = new URL(url);
  if (openToAll.test(pathname)) return false;
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site") ?? "same-origin";
  if (origin === null) return site !== "same-origin";
  return (
    site !== "same-origin" || (origin !== publicOrigin() && !hidesOwnOrigin(pathname, headers))
  );
}
