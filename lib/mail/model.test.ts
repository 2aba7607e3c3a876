import { expect, test } from "vitest";
import { type Delivery, DROPPED, deliveryOf } from "./model";

const at = new Date("2026-11-21T10:00:00Z");
const fresh = { sentAt: null, refusedAt: null, refusal: null, dueAt: at, lastFailure: null };

test.each<[string, Partial<typeof fresh> | Record<string, unknown>, Delivery]>([
  ["a fresh one waits", {}, { state: "queued" }],
  ["one the server put off", { lastFailure: "EENVELOPE" }, { state: "delayed" }],
  ["one that went out", { dueAt: null, sentAt: at }, { state: "sent", at: at.toISOString() }],
  [
    "one the server refused",
    { dueAt: null, refusedAt: at, refusal: "550 No such user" },
    { state: "refused", at: at.toISOString(), refusal: "550 No such user" },
  ],
  ["one that was overtaken", { dueAt: null, lastFailure: DROPPED }, { state: "dropped" }],
  ["one that failed for good", { dueAt: null, lastFailure: "TypeError" }, { state: "failed" }],
])("the delivery of %s is told", (_, row, delivery) => {
  expect(deliveryOf({ ...fresh, ...row })).toEqual(delivery);
});
