import "server-only";
import type { TooMany } from "@/lib/rate-limits/model";

/** What a route answers over a limit. */
export function tooMany({ code, retryAfterS }: TooMany): Response {
  return Response.json(
    { code },
    { status: 429, headers: { "retry-after": String(retryAfterS), "cache-control": "no-store" } },
  );
}
