import "server-only";
import { publicOrigin } from "@/lib/env";

/** A page of another site can send a form in a person's name; it cannot pass as a page of ours. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  return (site === null || site === "same-origin") && origin === publicOrigin();
}
