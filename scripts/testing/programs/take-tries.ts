import { closeDatabase } from "@/db/client";
import { type LimitName, limits } from "@/lib/rate-limits/model";
import { takeTry } from "@/lib/rate-limits/take";

/** Tries at once in a process of its own, and says how many passed: `take-tries.ts NAME WHO TIMES`. */
const [name = "", who = "", times = ""] = process.argv.slice(2);
if (!(name in limits)) throw new Error(`There is no limit ${name}`);
const taken = await Promise.all(
  Array.from({ length: Number(times) }, () => takeTry(name as LimitName, who)),
);
process.stdout.write(`${taken.filter(({ ok }) => ok).length}\n`);
await closeDatabase();
