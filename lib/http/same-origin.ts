import "server-only";
import { publicOrigin } from "@/lib/env";
import { isLink } from "./headers";

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
