import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Action, permissions } from "@/lib/auth/model";
import { actionGroups, actionWords } from "./action-words";

test("every action has words of its own, and stands in the table once", () => {
  const shown = actionGroups.flatMap(({ actions }) => actions);
  expect(shown.toSorted()).toEqual(Object.keys(permissions).toSorted());
  const words = Object.values(actionWords).map((one) => one.words);
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((one) => !/^[A-Z].*[^.\s]$/.test(one))).toEqual([]);
});

/** What each file of lib that asks for a fresh sign-in names: actions, or how they begin. */
function askingFiles(): [file: string, named: string[]][] {
  return readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
    .map((file): [string, string] => [file, readFileSync(path.join("lib", file), "utf8")])
    .filter(([, source]) => /[^.\w]requireFreshSignIn\(\w*actor/.test(source))
    .map(([file, source]) => [
      file,
      [...source.matchAll(/["`]([a-z]+\.[a-z_.]+)/g)].map(([, named = ""]) => named),
    ]);
}

test("what the table says of second factors is what the code asks for", () => {
  const taking = (Object.keys(permissions) as Action[]).filter(
    (action) => actionWords[action].factor !== undefined,
  );
  const asked = new Set<Action>();
  for (const [file, named] of askingFiles()) {
    const said = taking.filter((action) =>
      named.some((one) => (one.endsWith(".") ? action.startsWith(one) : action === one)),
    );
    expect(said, file).not.toEqual([]);
    for (const action of said) asked.add(action);
  }
  expect([...asked].toSorted()).toEqual(taking.toSorted());
});
