import { migrateDatabase } from "@/db/migrate";
import { requireVariables } from "@/lib/boot";
import { databaseOwnerUrl, databaseUrl } from "@/lib/env";
import { requireDatabase } from "./require-database";
import { complain } from "./stack/say";

requireVariables();
if (databaseOwnerUrl() === databaseUrl()) {
  complain(
    "Warning: the portal's database role owns its tables, so only triggers keep the audit log from change. Set DATABASE_OWNER_URL.",
  );
}
await requireDatabase(databaseOwnerUrl());
await migrateDatabase();
process.exit(0);
