import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { breakingChanges } from "@/scripts/testing/breaking-changes";
import journal from "./migrations/meta/_journal.json";

/** Older ones were applied with no release beside them. */
const LAST_FREE = 17;

test("a migration after 0017 lets the release before it go on", () => {
  const later = journal.entries.filter(({ idx }) => idx > LAST_FREE);
  for (const { tag } of later) {
    expect(breakingChanges(readFileSync(`db/migrations/${tag}.sql`, "utf8")), tag).toEqual([]);
  }
});

test.each([
  `DROP TABLE "mails" CASCADE;`,
  `ALTER TABLE "mails" DROP COLUMN "error";`,
  `ALTER TABLE "mails" RENAME COLUMN "error" TO "failure";`,
  `ALTER TABLE "mails" RENAME TO "letters";`,
  `ALTER TABLE "mails" ALTER COLUMN "error" SET DATA TYPE jsonb;`,
  `ALTER TABLE "mails" ALTER COLUMN "error" SET NOT NULL;`,
  `ALTER TABLE "mails" ALTER COLUMN "error" DROP DEFAULT;`,
  `ALTER TABLE "mails" ADD COLUMN "tone" text NOT NULL;`,
  `ALTER TABLE "mails" ADD CONSTRAINT "polite" CHECK (tone <> 'rude');`,
  `CREATE UNIQUE INDEX "one_each" ON "mails" ("recipient");`,
  `DROP FUNCTION erase_people(text[]);`,
  `REVOKE update ON mails FROM portal;`,
  `ALTER TYPE "tone" RENAME VALUE 'a' TO 'b';`,
  `CREATE TABLE "letters" ("id" text);\nALTER TABLE "mails" DROP COLUMN "error";`,
  `-- contract: nobody reads it since 1.4\nSELECT 1;\n--> statement-breakpoint\nDROP TABLE "mails";`,
])("refused: %s", (migration) => {
  expect(breakingChanges(migration)).toHaveLength(1);
});

test.each([
  `ALTER TABLE "mails" ADD COLUMN "tone" text;`,
  `ALTER TABLE "mails" ADD COLUMN "tone" text DEFAULT 'kind' NOT NULL;`,
  `ALTER TABLE "mails" ADD COLUMN "n" int GENERATED ALWAYS AS (1) STORED NOT NULL;`,
  `ALTER TABLE "mails" ALTER COLUMN "error" DROP NOT NULL;`,
  `CREATE TABLE "letters" ("id" text NOT NULL);\nALTER TABLE "letters" ADD CONSTRAINT "c" UNIQUE ("id");`,
  `CREATE TABLE "letters" ("id" text);\nCREATE UNIQUE INDEX "u" ON "letters" ("id");`,
  `CREATE OR REPLACE FUNCTION f() RETURNS void AS $$ BEGIN DROP TABLE x; END $$ LANGUAGE plpgsql;`,
  `CREATE FUNCTION f(text) RETURNS void AS $$ $$ LANGUAGE sql;\nREVOKE ALL ON FUNCTION f(text) FROM PUBLIC;`,
  `CREATE INDEX "i" ON "mails" ("recipient");`,
  `-- contract: nobody reads it since 1.4\nDROP TABLE "mails";`,
])("fine: %s", (migration) => {
  expect(breakingChanges(migration)).toEqual([]);
});
