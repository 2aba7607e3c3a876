import type postgres from "postgres";
import { withConnection } from "@/scripts/stack/postgres-admin";
import { stack } from "@/scripts/testing/e2e-context";

/** The portal's database, as its owner. */
export function inDatabase<T>(work: (database: postgres.Sql) => Promise<T>): Promise<T> {
  return withConnection(stack().databaseOwnerUrl, work);
}
