import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { type Demo, startDemo } from "@/scripts/demo/start";
import { findBrowser } from "@/scripts/stack/browser";
import { createLifetime } from "@/scripts/stack/lifetime";
import { freePort } from "@/scripts/stack/ports";
import { root, runScript } from "@/scripts/stack/process";
import { complain, say } from "@/scripts/stack/say";
import { createEmulatorClient } from "@/scripts/testing/emulator-client";
import { temporaryFolder } from "@/scripts/testing/temporary";
import { film } from "./film";
import { takePictures } from "./pictures";

const folder = path.join(root, "docs/images");
const lifetime = createLifetime();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void lifetime.end().then(() => process.exit(130)));
}

/** The pictures and the tour of the README, from a demo of its own that disturbs none. */
try {
  const demo = await startOwnDemo();
  const { path: executablePath, origin } = await findBrowser(say);
  say(`Browser: ${executablePath} (${origin})`);
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  await lifetime.start(async () => ({ stop: () => browser.close() }));
  mkdirSync(folder, { recursive: true });
  const stage = { browser, emulatorUrl: demo.emulatorUrl, mailUrl: demo.mail.url, folder };
  await takePictures(stage, () => signInLink(demo));
  await film(stage, () => signInLink(demo));
} catch (error) {
  complain(error instanceof Error ? (error.stack ?? error.message) : `${error}`);
  process.exitCode = 1;
} finally {
  await lifetime.end();
}
process.exit();

async function startOwnDemo(): Promise<Demo> {
  const data = await lifetime.start(async () => temporaryFolder("tour"));
  const [port, emulatorPort, mailPort] = [await freePort(), await freePort(), await freePort()];
  const settings = { port, emulatorPort, mailPort, dataDir: data.path, mode: "start" } as const;
  const demo = await startDemo(settings, lifetime, complain);
  // Banks wait until the film moves them.
  await createEmulatorClient(() => demo.emulatorUrl).clock(0);
  return demo;
}

function signInLink({ env }: Demo): Promise<string> {
  return runScript("scripts/admin.ts", ["sign-in-link", "--email", "admin@demo.test"], env);
}
