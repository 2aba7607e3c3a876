import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { textsOf } from "@/lib/languages/catalogues";
import { actionCodes, describeAction } from "./action-texts";

// What has no words is shown as its code.
test("every audited action has words", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
    .map((file) => readFileSync(path.join("lib", file), "utf8"));
  const found = files.flatMap((text) =>
    [...text.matchAll(/action: "([a-z_]+\.[a-z_]+)"/g)].map(([, action = ""]) => action),
  );
  expect(found.length).toBeGreaterThan(50);
  expect(found.filter((action) => !actionCodes.includes(action))).toEqual([]);
});

const t = createTranslator({
  ...textsOf("en"),
  namespace: "activity",
  onError: (error) => {
    throw error;
  },
});

// The audit log's filter lists them so.
test("every action has words without any details", () => {
  const texts = actionCodes.map((code) => describeAction(code, {}, t));
  expect(texts.filter((text) => /missing|undefined|NaN| {2}|\(\)/.test(text))).toEqual([]);
});

test.each<[string, Record<string, string>, string]>([
  ["customers.exported", { count: "1204" }, "exported 1204 customers"],
  ["customers.exported", {}, "exported all customers"],
  [
    "onboarding.duplicated",
    { companyName: "constructor" },
    "started it as a duplicate of “constructor”",
  ],
  ["onboarding.submitted", { reference: "V-1" }, "submitted the answers for review (V-1)"],
  ["onboarding.refused", { code: "" }, "Plaid refused it"],
  ["audit.person_erased", { entries: "1" }, "took a name out of 1 entry of this log"],
  ["audit.person_erased", { entries: "2" }, "took a name out of 2 entries of this log"],
  ["institution.status_changed", { bank: "Chase", to: "ENABLED" }, "Chase is now “Enabled”"],
  [
    "settings.second_person",
    { sending: "on", enabling: "off" },
    "turned a second person on for sending and off for enabling",
  ],
  [
    "settings.connection_tested",
    { outcome: "rejected", code: "INVALID_KEYS" },
    "tested the connection to Plaid, which failed (INVALID_KEYS)",
  ],
  [
    "handover.created",
    { kinds: "sandbox production" },
    "created a hand-over link for the Sandbox secret and Production secret",
  ],
  [
    "invitation.forwarded",
    { steps: "company logo" },
    "passed “Company”, “Logo and Link” on to a colleague",
  ],
  ["user.role_changed", { from: "viewer", to: "admin" }, "changed a role from viewer to admin"],
])("%s of %j is put in words", (action, details, text) => {
  expect(describeAction(action, details, t)).toBe(text);
});
