import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "@/scripts/stack/browser";
import { buildPortal, TEST_DIST_DIR } from "@/scripts/stack/build";
import { root } from "@/scripts/stack/process";
import { complain, say } from "@/scripts/stack/say";
import { runCommand, stopCommands } from "@/scripts/testing/command";
import { type Picture, widths } from "./picture";
import { pngSheets, writeContactSheet } from "./sheets";

const HELP = `Usage: npm run screens [-- part-of-an-address]
  opens every page in light and dark at ${widths.join(", ")} px and puts the pictures on sheets`;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void stopCommands().then(() => process.exit(130)));
}

const [wanted = ""] = process.argv.slice(2);
const folder = path.join(root, ".data", "screens");

if (wanted === "--help") say(HELP);
else process.exitCode = await takePictures();

async function takePictures(): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  await buildPortal({ distDir: TEST_DIST_DIR, log: say });
  const browser = await findBrowser(say);
  const { code } = await runCommand(
    ["node_modules/@playwright/test/cli.js", "test", "--reporter=list"],
    { env: { CHROMIUM_PATH: browser.path, SCREENS: folder, SCREENS_ONLY: wanted } },
  );
  const pictures = widths.flatMap(read);
  if (pictures.length === 0) {
    complain(`No picture was made of an address with “${wanted}” in it.`);
    return 1;
  }
  const sheets = await pngSheets(folder, pictures);
  const index = writeContactSheet(folder, pictures);
  say(`${pictures.length} pictures, ${sheets} sheets of them, and all in ${index}`);
  return code;
}

function read(width: number): Picture[] {
  const list = path.join(folder, `${width}.json`);
  return existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Picture[]) : [];
}
