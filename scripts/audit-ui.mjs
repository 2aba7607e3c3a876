import { ensureInstalled } from "./install.mjs";
import { run } from "./run.mjs";

ensureInstalled();
run("scripts/audit-ui/main.ts", process.argv.slice(2));
