import "server-only";
import { parse } from "tldts";

/** Kept for examples and tests (RFC 6761): the demo portfolio lives there. */
const reserved = /\.(example|test)$/;

/**
 * The domain somebody registered: `example.co.uk` of `www.example.co.uk`; null of a public suffix.
 *
 * @param list the whole one has also names under which companies let others register, such as
 * `vercel.app`.
 */
export function registrableDomain(host: string, list: "icann" | "whole" = "whole"): string | null {
  return parse(host, { allowPrivateDomains: list === "whole" }).domain;
}

/** Whether the last label is one of the public internet's. */
export function hasKnownEnding(host: string): boolean {
  return parse(host).isIcann === true || reserved.test(host);
}
