import { migrateDatabase } from "@/db/migrate";

await migrateDatabase();
