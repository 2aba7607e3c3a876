import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildPortal } from "@/scripts/stack/build";
import { startEmulator } from "@/scripts/stack/emulator";
import { keptSecrets, portalEnvironment } from "@/scripts/stack/environment";
import type { Lifetime } from "@/scripts/stack/lifetime";
import { type MailCatcher, startMailCatcher } from "@/scripts/stack/mail-catcher";
import { nodeEnvironment, type Portal, startPortal } from "@/scripts/stack/portal";
import { startPostgres } from "@/scripts/stack/postgres";
import { type Environment, type RunningProcess, runScript } from "@/scripts/stack/process";
import { say } from "@/scripts/stack/say";
import type { Settings } from "./settings";

export type Demo = {
  settings: Settings;
  env: Environment;
  portal: Portal;
  emulatorUrl: string;
  mail: MailCatcher;
};

type Failed = (reason: string) => void;

const DATABASE = "vestibule";

/** @param onFailure told when a part ends that should have gone on */
export async function startDemo(
  settings: Settings,
  lifetime: Lifetime,
  onFailure: Failed,
): Promise<Demo> {
  const { dataDir, mode } = settings;
  mkdirSync(dataDir, { recursive: true });
  if (mode === "start") await buildPortal({ log: say });
  const database = await startDatabase(settings, lifetime, onFailure);
  const mail = await lifetime.start(() => startMailCatcher({ httpPort: settings.mailPort }));
  const emulator = await lifetime.start(() =>
    startEmulator({ port: settings.emulatorPort, dataDir, logFile: newLog(dataDir, "emulator") }),
  );
  watch("The emulator", emulator, lifetime, onFailure);
  const env: Environment = {
    ...process.env,
    ...portalEnvironment({
      ...database,
      emulatorUrl: emulator.url,
      smtpUrl: mail.smtpUrl,
      portalUrl: `http://localhost:${settings.port}`,
      secrets: keptSecrets(dataDir),
    }),
    NODE_ENV: nodeEnvironment(mode),
    DATA_DIR: dataDir,
  };
  writeEnvironment(dataDir, env);
  const portal = await openPortal(settings, env, emulator.url, lifetime);
  watch("The portal", portal, lifetime, onFailure);
  await seedOnce(dataDir, env);
  return { settings, env, portal, emulatorUrl: emulator.url, mail };
}

async function openPortal(
  { dataDir, mode, port }: Settings,
  env: Environment,
  emulatorUrl: string,
  lifetime: Lifetime,
): Promise<Portal> {
  await runScript("scripts/migrate.ts", [], env);
  await setWebhookUrl(emulatorUrl, `http://127.0.0.1:${port}/api/webhooks/plaid`);
  const logFile = newLog(dataDir, "portal");
  const onLine = mode === "dev" ? say : undefined;
  return lifetime.start(() => startPortal({ port, mode, env, logFile, onLine }));
}

function watch(name: string, part: RunningProcess, lifetime: Lifetime, onFailure: Failed): void {
  void part.ended.then(() => {
    if (!lifetime.isOver()) onFailure(`${name} ended:\n${part.tail()}`);
  });
}

async function startDatabase(
  { dataDir }: Settings,
  lifetime: Lifetime,
  onFailure: Failed,
): Promise<{ databaseUrl: string; databaseOwnerUrl: string }> {
  const own = process.env.DATABASE_URL;
  if (own) return { databaseUrl: own, databaseOwnerUrl: process.env.DATABASE_OWNER_URL || own };
  const server = await lifetime.start(() => startPostgres({ dataDir }));
  await server.createDatabase(DATABASE);
  setInterval(() => {
    if (!server.isRunning() && !lifetime.isOver()) onFailure("PostgreSQL ended.");
  }, 2000).unref();
  return { databaseUrl: server.appUrl(DATABASE), databaseOwnerUrl: server.ownerUrl(DATABASE) };
}

async function seedOnce(dataDir: string, env: Environment): Promise<void> {
  const mark = path.join(dataDir, "seeded");
  if (existsSync(mark)) return;
  say("Seeding the demo portfolio …");
  await runScript("scripts/seed.ts", ["--demo"], env);
  writeFileSync(mark, "");
}

async function setWebhookUrl(emulatorUrl: string, url: string): Promise<void> {
  const answer = await fetch(`${emulatorUrl}/_emulator/webhooks`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ url }),
  });
  if (!answer.ok) throw new Error(`The emulator refused the webhook address: ${answer.status}`);
}

function newLog(dataDir: string, name: string): string {
  const file = path.join(dataDir, `${name}.log`);
  rmSync(file, { force: true });
  return file;
}

/** For other commands against the running demo: `node --env-file=.data/env …`. */
function writeEnvironment(dataDir: string, env: Environment): void {
  const names = /^(DATABASE|PLAID|AUTH|SECRETS|SMTP|MAIL_FROM|DEMO$)/;
  const lines = Object.entries(env)
    .filter(([name, value]) => names.test(name) && value !== undefined)
    .map(([name, value]) => `${name}="${value}"\n`);
  const file = path.join(dataDir, "env");
  rmSync(file, { force: true });
  writeFileSync(file, lines.join(""), { mode: 0o600 });
}
