import { beforeAll, expect, test } from "vitest";
import { staff } from "@/scripts/testing/actors";
import { testConnection } from "./test-connection";

beforeAll(() => {
  process.env.PLAID_SECRET = "another0secret0than0the0emulators";
});

test("credentials Plaid does not know are named as the trouble, and never shown", async () => {
  const tested = await testConnection(await staff("admin"));
  expect(tested).toMatchObject({
    value: { outcome: "failed", problem: { kind: "rejected", code: "INVALID_API_KEYS" } },
  });
  expect(JSON.stringify(tested)).not.toContain(process.env.PLAID_SECRET);
});
