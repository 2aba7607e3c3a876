import { expect, test } from "vitest";
import { withConnection } from "@/scripts/stack/postgres-admin";
import { checkReadiness } from "./ready";

const ownerUrl = () => process.env.DATABASE_OWNER_URL ?? "";
const fine = { ready: true, database: "up", migrations: "applied", worker: "elsewhere" };

test("a portal with its database and schema is ready", async () => {
  expect(await checkReadiness()).toEqual(fine);
});

test("a portal that is newer than its schema is not, until the migration has run", async () => {
  await withConnection(ownerUrl(), async (sql) => {
    const [last] = await sql`
      delete from drizzle.__drizzle_migrations
      where id = (select max(id) from drizzle.__drizzle_migrations) returning *`;
    expect(await checkReadiness()).toMatchObject({ ready: false, migrations: "missing" });
    await sql`insert into drizzle.__drizzle_migrations ${sql(last ?? {})}`;
  });
  expect(await checkReadiness()).toEqual(fine);
});

test("a database that does not answer is told within two seconds, and not for ever", async () => {
  await withConnection(ownerUrl(), (sql) =>
    sql.begin(async (tx) => {
      await tx`lock table drizzle.__drizzle_migrations in access exclusive mode`;
      const askedAt = performance.now();
      expect(await checkReadiness()).toMatchObject({ ready: false, database: "down" });
      expect(performance.now() - askedAt).toBeLessThan(3_000);
    }),
  );
  expect(await checkReadiness()).toEqual(fine);
});
