import { ensureInstalled } from "./install.mjs";
import { run } from "./run.mjs";

ensureInstalled();
run("scripts/screens/main.ts", process.argv.slice(2));
