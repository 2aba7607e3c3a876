import { migrateDatabase } from "@/db/migrate";
import { databaseOwnerUrl } from "@/lib/env";
import { requireDatabase } from "./require-database";

await requireDatabase(databaseOwnerUrl());
await migrateDatabase();
