/** What a release that knows nothing of a migration cannot live with, by the words it is written in. */
const breaking: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["drops a table", /^drop table/],
  ["drops a column", /^alter table .*\bdrop column/],
  ["renames", /^alter (table|type|view|function|sequence) .*\brename\b/],
  ["changes a type", /^alter table .*\balter column .*\btype\b/],
  ["requires a value", /^alter table .*\balter column .*\bset not null/],
  ["requires a value", /^alter table .*\badd column (?!.*\b(default|generated)\b).*\bnot null/],
  ["drops a default", /^alter table .*\balter column .*\bdrop default/],
  ["refuses rows", /^alter table .*\badd (constraint|check|unique|foreign key|primary key)/],
  ["refuses rows", /^create unique index/],
  ["drops what code calls", /^drop (function|procedure|view|materialized view|type|sequence)/],
  ["takes a right away", /^revoke/],
];

/**
 * Each statement of a migration that the release before cannot run beside, as one sentence. What the
 * migration itself creates is nobody's yet; a line `-- contract: …` before a statement answers for it.
 */
export function breakingChanges(migration: string): string[] {
  const statements = statementsOf(migration);
  const made = new Set(statements.flatMap(({ code }) => nameIn(code, /^create (.+)$/) ?? []));
  return statements.flatMap(({ code, answered }) => {
    const [what] = breaking.find(([, pattern]) => pattern.test(code)) ?? [];
    const touched = nameIn(code, /^(?:alter|create unique index .* on|revoke .* on) (.+)$/);
    if (!what || answered || (touched && made.has(touched))) return [];
    return [`${what}: ${code.slice(0, 120)}`];
  });
}

/** Without comments, on one line, in small letters and without quotes; bodies of functions left out. */
function statementsOf(migration: string): { code: string; answered: boolean }[] {
  return migration
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replaceAll("--> statement-breakpoint", "")
    .split(";")
    .map((text) => ({
      answered: /^\s*-- contract: \S/m.test(text),
      code: text
        .replaceAll(/--.*$/gm, "")
        .replaceAll('"', "")
        .replaceAll(/\s+/g, " ")
        .trim()
        .toLowerCase(),
    }))
    .filter(({ code }) => code !== "");
}

/** The table or function that a statement is about. */
function nameIn(code: string, pattern: RegExp): string | undefined {
  const about = pattern.exec(code)?.[1];
  return about?.match(
    /^(?:or replace )?(?:unlogged )?(?:table |function )?(?:if (?:not )?exists )?(?:only )?([\w.]+)/,
  )?.[1];
}
