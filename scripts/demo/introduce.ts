import { runScript } from "@/scripts/stack/process";
import { say } from "@/scripts/stack/say";
import type { Demo } from "./start";

const people = ["admin@demo.test", "onboarder@demo.test", "viewer@demo.test"];

/** The first line is what scripts wait for; the rest is for the person at the keyboard. */
export async function introduce({ portal, emulatorUrl, mail, settings, env }: Demo): Promise<void> {
  const links = await Promise.all(
    people.map((email) => runScript("scripts/admin.ts", ["sign-in-link", "--email", email], env)),
  );
  const width = Math.max(...people.map(({ length }) => length));
  say(`Portal ready: ${portal.url}`);
  for (const [index, email] of people.entries()) {
    say(`  ${email.padEnd(width)}  ${links[index]}`);
  }
  say(`  ${"Caught mail".padEnd(width)}  ${mail.url}`);
  say(`  ${"Plaid emulator".padEnd(width)}  ${emulatorUrl}/_emulator`);
  say(`  ${"Data and logs".padEnd(width)}  ${settings.dataDir}`);
  say("Ctrl-C stops everything.");
}
