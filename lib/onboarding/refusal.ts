import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { placeOf } from "@/lib/refusals/model";
import type { Draft } from "./payload";
import type { Kept } from "./read-kept";

type Attempt = Kept["attempts"][number];

/** Plaid knows of a monthly commitment, whatever the partner's settings say. */
export function wasAskedForAssets(attempts: Attempt[]): boolean {
  return attempts.some(({ code }) => code === "ASSETS_UNDER_MANAGEMENT_REQUIRED");
}

/** Plaid's last no, as long as it stands; null otherwise. */
export function standingRefusal([last]: Attempt[], checks: Draft["checks"]): PlaidProblem | null {
  if (!last?.code || (last.state !== "REFUSED" && last.state !== "NOT_SENT")) return null;
  const problem: PlaidProblem = {
    // Written from `PartnerApiError.kind` and from nothing else.
    kind: last.kind as PlaidProblem["kind"],
    code: last.code,
    message: last.message ?? "",
    requestId: last.requestId,
  };
  return stillRefused(problem, last.payload, checks) ? problem : null;
}

/**
 * A refusal stands until the very answer it is about would be sent in another form, whatever else
 * changes meanwhile; typed back, it stands again. One that is about no answer of ours stands until
 * the draft is sent again.
 *
 * @param payload the checked answers that were refused, as the database has them.
 */
export function stillRefused(
  problem: PlaidProblem,
  payload: unknown,
  checks: Draft["checks"],
): boolean {
  const place = placeOf(problem);
  if (!place) return true;
  const { step, about } = place;
  const now = partAt(checks[step].sent, about);
  const then = partAt(partAt(payload, step), about);
  return isDeepStrictEqual(substance(then), substance(now));
}

function partAt(value: unknown, path: string): unknown {
  const names = path.split(".").filter((name) => name !== "");
  return names.reduce<unknown>(
    (part, name) => (typeof part === "object" && part !== null ? Reflect.get(part, name) : null),
    value,
  );
}

/** Without what is empty: an answer that was left out and one that is missing are the same. */
function substance(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value || null;
  const parts = Object.entries(value)
    .map(([name, part]) => [name, substance(part)] as const)
    .filter(([, part]) => part !== null);
  return parts.length > 0 ? Object.fromEntries(parts) : null;
}
