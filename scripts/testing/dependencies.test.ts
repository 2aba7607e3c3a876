import { expect, test } from "vitest";
import { findProblems, type Lockfile } from "./dependencies";

const manifest = {
  dependencies: { next: "16.4.6" },
  devDependencies: {},
  optionalDependencies: {},
  allowScripts: { esbuild: true },
};
const hash = { integrity: "sha512-x" };

function problemsOf(packages: Lockfile["packages"], changes: Partial<typeof manifest> = {}) {
  return findProblems({ ...manifest, ...changes }, { packages: { "": {}, ...packages } });
}

test("what is new enough, hashed and quiet is fine", () => {
  const packages = {
    "node_modules/next": { version: "16.4.6", ...hash },
    "node_modules/axios": { version: "1.21.1", resolved: "https://registry.npmjs.org/a", ...hash },
    "node_modules/esbuild": { version: "0.25.0", hasInstallScript: true, ...hash },
  };
  expect(problemsOf(packages)).toEqual([]);
});

test.each([
  ["an old one", { "node_modules/next": { version: "16.4.0", ...hash } }, "older than 16.4.1"],
  ["a preview", { "node_modules/next": { version: "16.4.1-canary.9", ...hash } }, "older than"],
  [
    "one further down",
    { "node_modules/plaid/node_modules/axios": { version: "1.7.4", ...hash } },
    "older than 1.19.0",
  ],
  [
    "another address",
    { "node_modules/a": { version: "1.0.0", resolved: "git+ssh://git@evil.example/a", ...hash } },
    "comes from evil.example",
  ],
  ["no hash", { "node_modules/a": { version: "1.0.0" } }, "has no hash"],
  [
    "a script",
    { "node_modules/a": { version: "1.0.0", hasInstallScript: true, ...hash } },
    "runs a script",
  ],
  ["a folder", { "node_modules/a": { link: true, resolved: "../a" } }, "linked"],
])("%s is named", (_, packages: Lockfile["packages"], problem) => {
  const problems = problemsOf(packages);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
});

test.each(["^16.4.6", "~16.4.6", "16", "latest", "npm:other@1.0.0", "github:vercel/next.js"])(
  "a wish for %s is no version",
  (next) => {
    expect(problemsOf({}, { dependencies: { next } })).toHaveLength(1);
  },
);
