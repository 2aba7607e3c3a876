import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { seedPortfolio } from "./seed/bulk";
import { seedDemo } from "./seed/demo";
import { seedPeople } from "./seed/people";
import { complain, say } from "./stack/say";

const { values } = parseArgs({
  options: { demo: { type: "boolean" }, customers: { type: "string" } },
});
const count = Number(values.customers ?? 0);
if (!values.demo && !(Number.isInteger(count) && count > 0)) {
  complain("Usage: npm run db:seed -- --customers N   (or --demo, with the emulator running)");
  process.exit(2);
}

const actor = await seedPeople();
if (values.demo) await seedDemo(actor);
if (count > 0 && actor.kind === "staff") {
  const startedAt = performance.now();
  await seedPortfolio(count, actor);
  say(`${count} customers seeded in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
await closeDatabase();
