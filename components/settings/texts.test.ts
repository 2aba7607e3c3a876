import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { textsOf } from "@/lib/languages/catalogues";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { explainFailure } from "./texts";

const t = createTranslator({ ...textsOf("en"), namespace: "settings.connection" });

test.each([
  ["rejected", "INVALID_API_KEYS", /does not take these credentials/],
  ["rejected", "UNAUTHORIZED_ROUTE_ACCESS", /not a reseller/],
  ["rejected", "UNAUTHORIZED_ENVIRONMENT", /no access to this environment/],
  ["rejected", "INVENTED_TOMORROW", /refused the question/],
  ["rate_limited", "RATE_LIMIT", /limits our requests/],
  ["not_sent", "ECONNREFUSED", /could not be reached/],
  ["unavailable", "TIMEOUT", /no usable answer/],
] as [PlaidProblem["kind"], string, RegExp][])("%s %s: %s", (kind, code, title) => {
  const problem = { kind, code, message: "", requestId: "req1" };
  const explained = explainFailure({ outcome: "failed", latencyMs: 212, problem }, t);
  expect(explained.title).toMatch(title);
  expect(explained.text).toMatch(/^[A-Z].*\.$/);
  expect(explained.problem).toEqual(problem);
});
