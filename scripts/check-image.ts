import { type SpawnOptionsWithoutStdio, spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import { pressed } from "./chaos/forms";
import { waitUntil } from "./stack/alive";
import { buildPortal } from "./stack/build";
import { startEmulator } from "./stack/emulator";
import { newSecrets, portalEnvironment } from "./stack/environment";
import { createLifetime } from "./stack/lifetime";
import { startMailCatcher } from "./stack/mail-catcher";
import { freePort } from "./stack/ports";
import { startPostgres } from "./stack/postgres";
import { type Environment, root } from "./stack/process";
import { say } from "./stack/say";
import { createMailboxClient } from "./testing/mailbox-client";
import { temporaryFolder } from "./testing/temporary";

/*
 * What deploy/Dockerfile does, without Docker: builds, copies what the image copies to a folder of
 * its own, and runs every command there as nobody, who may write nothing.
 */

const DIST = ".next-image";
const NOBODY = 65_534;
const WAIT_MS = 60_000;

const lifetime = createLifetime();
try {
  await check();
  say("The image's folder migrates, serves, works and lets people in.");
} finally {
  await lifetime.end();
}

async function check(): Promise<void> {
  await buildPortal({ distDir: DIST, standalone: true, log: say });
  const folder = await lifetime.start(async () => temporaryFolder("image"));
  const image = path.join(folder.path, "app");
  cpSync(path.join(root, DIST, "standalone"), image, { recursive: true, verbatimSymlinks: true });
  chmodSync(folder.path, 0o755);
  say(`${sizeOf(image)} as an image holds it`);

  const { environment, mailbox } = await startSurroundings(path.join(folder.path, "data"));
  const portalUrl = environment.AUTH_URL ?? "";
  const asPortal = { ...environment, DATABASE_OWNER_URL: undefined, WORKER: "off" };

  await runToEnd(image, "migrate", [], environment);
  const person = ["--email", "otto@demo.test", "--name", "Otto", "--role", "onboarder"];
  const link = await runToEnd(image, "admin", ["create-user", ...person], asPortal);
  startCommand(image, "serve", [], asPortal);
  await until("the portal answers", async () => (await ask(`${portalUrl}/api/health/live`)).ok);
  startCommand(image, "worker", [], asPortal);
  await until("all is ready", async () => (await ask(`${portalUrl}/api/health/ready`)).ok);
  await signIn(portalUrl, link);

  const page = await ask(`${portalUrl}/sign-in`);
  const form = pressed(await page.text(), "E-mail me a sign-in link");
  form.set("email", "otto@demo.test");
  await ask(`${portalUrl}/sign-in`, { method: "POST", body: form, headers: { origin: portalUrl } });
  await mailbox.waitFor("otto@demo.test", undefined, WAIT_MS);
  await runToEnd(image, "admin", ["verify-audit"], asPortal);
}

async function startSurroundings(dataDir: string) {
  mkdirSync(dataDir);
  const database = await lifetime.start(() => startPostgres({ dataDir, durable: false }));
  await database.createDatabase("vestibule");
  const mail = await lifetime.start(() => startMailCatcher({ httpPort: 0 }));
  const emulator = await lifetime.start(() => startEmulator({ port: 0, dataDir }));
  const port = await freePort();
  const environment: Environment = {
    PATH: process.env.PATH,
    ...portalEnvironment({
      databaseUrl: database.appUrl("vestibule"),
      databaseOwnerUrl: database.ownerUrl("vestibule"),
      emulatorUrl: emulator.url,
      smtpUrl: mail.smtpUrl,
      portalUrl: `http://localhost:${port}`,
      secrets: newSecrets(),
    }),
    ...{ NODE_ENV: "production", NEXT_DIST_DIR: DIST, PORT: String(port), DEMO: "0" },
  };
  return { environment, mailbox: createMailboxClient(() => mail.url) };
}

/** Follows no redirect: where it leads is part of the answer. */
function ask(url: string, options: RequestInit = {}): Promise<Response> {
  return fetch(url, { redirect: "manual", ...options });
}

async function signIn(portalUrl: string, link: string): Promise<void> {
  const { searchParams } = new URL(link);
  const answer = await ask(`${portalUrl}/api/auth/callback/email?${searchParams}`, {
    method: "POST",
    headers: { origin: portalUrl },
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("vestibule.session="));
  const headers = { cookie: cookie?.split(";")[0] ?? "" };
  const { status } = await ask(`${portalUrl}/customers`, { headers });
  if (status !== 200) throw new Error(`A page was answered ${status} after signing in.`);
}

function startCommand(image: string, name: string, args: string[], env: Environment) {
  const options: SpawnOptionsWithoutStdio = { cwd: image, env: env as NodeJS.ProcessEnv };
  if (process.getuid?.() === 0) Object.assign(options, { uid: NOBODY, gid: NOBODY });
  const child = spawn(process.execPath, [`scripts/${name}.mjs`, ...args], options);
  let printed = "";
  let complaints = "";
  child.stdout.on("data", (text) => {
    printed += text;
  });
  child.stderr.on("data", (text) => {
    complaints += text;
  });
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  void lifetime.start(async () => ({
    stop: async () => {
      child.kill();
      await ended;
    },
  }));
  void ended.then((code) => code !== 0 && process.stderr.write(`${name}: ${complaints}\n`));
  return { ended, printed: () => printed.trim() };
}

async function runToEnd(image: string, name: string, args: string[], env: Environment) {
  const command = startCommand(image, name, args, env);
  if ((await command.ended) !== 0) throw new Error(`${name} ${args.join(" ")} failed.`);
  say(`${name} ${args[0] ?? ""}: done`);
  return command.printed();
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const settled = await waitUntil(() => isSo().catch(() => false), WAIT_MS);
  if (!settled) throw new Error(`Not within ${WAIT_MS} ms: ${what}.`);
  say(what);
}

function sizeOf(folder: string): string {
  return spawnSync("du", ["-sh", folder], { encoding: "utf8" }).stdout.split("\t")[0] ?? "";
}
