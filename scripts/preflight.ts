import { migrateDatabase } from "@/db/migrate";
import { ConfigurationError, databaseOwnerUrl, databaseUrl, env } from "@/lib/env";

try {
  env();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
if (databaseOwnerUrl() === databaseUrl()) {
  process.stderr.write(
    "Warning: the portal's database role owns its tables, so only triggers keep the audit log from change. Set DATABASE_OWNER_URL.\n",
  );
}
await migrateDatabase();
