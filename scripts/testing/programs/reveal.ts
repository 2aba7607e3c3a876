// Shows a customer's production secret to the admin of the demo, and prints it.
import { closeDatabase } from "@/db/client";
import { revealSecret } from "@/lib/secrets/reveal";
import { demoAdmin } from "@/scripts/testing/actors";

const shown = await revealSecret(await demoAdmin(), process.argv[2] ?? "", "production");
process.stdout.write(shown.ok ? shown.value.secret : shown.error.code);
await closeDatabase();
