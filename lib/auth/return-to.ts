import "server-only";
import { publicOrigin } from "@/lib/env";

const LENGTH_MAX = 2_000;
/** Places that lead back to signing in, or are not for people. */
const NOWHERE = /^\/(sign-in|api)(\/|$)/;

/**
 * The path to go to after signing in: one of this portal's own, or `/`. An address that says it twice leads nowhere else.
 * Parsed the way a browser parses it, because `//host`, `/\host` and `/.//host` only look like paths.
 */
export function safeReturnTo(wanted: string | string[] | null | undefined): string {
  if (typeof wanted !== "string" || wanted.length > LENGTH_MAX) return "/";
  const origin = publicOrigin();
  const once = parse(wanted, origin);
  if (once?.origin !== origin || NOWHERE.test(once.pathname)) return "/";
  const path = `${once.pathname}${once.search}${once.hash}`;
  return parse(path, origin)?.href === once.href ? path : "/";
}

function parse(address: string, base: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
