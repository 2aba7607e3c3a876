import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { type Action, permissions } from "@/lib/auth/model";
import { textsOf } from "@/lib/languages/catalogues";
import { actionGroups, actionWords } from "./action-words";

const actions = Object.keys(permissions) as Action[];

test("every action has words of its own, and stands in the table once", () => {
  const t = createTranslator({ ...textsOf("en"), namespace: "team.roles.action" });
  const shown = actionGroups.flatMap(({ actions }) => actions);
  expect(shown.toSorted()).toEqual(actions.toSorted());
  const words = actions.map((action) => t(action));
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
  const taking = actions.filter((action) => actionWords[action].taking !== undefined);
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
