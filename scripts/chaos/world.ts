import path from "node:path";
import { TEST_DIST_DIR } from "@/scripts/stack/build";
import { startEmulator } from "@/scripts/stack/emulator";
import { newSecrets, portalEnvironment } from "@/scripts/stack/environment";
import { startMailCatcher } from "@/scripts/stack/mail-catcher";
import { startPortal } from "@/scripts/stack/portal";
import { freePort } from "@/scripts/stack/ports";
import { type Environment, runScript, startProcess, typescriptArgs } from "@/scripts/stack/process";
import { createEmulatorClient } from "@/scripts/testing/emulator-client";
import { createMailboxClient } from "@/scripts/testing/mailbox-client";
import { type Database, startDatabase } from "./database";
import { type Part, startPart } from "./part";
import type { Setting } from "./scenario";

export type Portal = Part & { port: number; url: string; logFile: string };

export type World = {
  database: Database;
  emulator: ReturnType<typeof createEmulatorClient> & { part: Part };
  mail: ReturnType<typeof createMailboxClient> & { smtpPort: number; stop: () => Promise<void> };
  portals: Portal[];
  /** Apart from portals; none unless asked for, and then portals do no work themselves. */
  workers: Part[];
  /** Of every portal, worker and script; `AUTH_URL` is one address for all portals. */
  environment: Environment;
};

type Options = {
  /** 1 unless told otherwise. */
  portals?: number;
  workers?: number;
  /** In place of one server of its own. */
  database?: Database;
  /** Over the usual variables, as for a portal behind a balancer. */
  environment?: Environment;
};

const people = ["admin", "onboarder", "viewer"] as const;

/**
 * Database, emulator, mail, portals and workers as processes of their own, with three people of the
 * partner's (`admin@demo.test` and so on). Webhooks of the emulator go to the first portal.
 */
export async function startWorld(setting: Setting, options: Options = {}): Promise<World> {
  const { dataDir, lifetime } = setting;
  const { portals: count = 1, workers: workerCount = 0 } = options;
  const database = options.database ?? (await lifetime.start(() => startDatabase(dataDir)));
  const caught = await lifetime.start(() => startMailCatcher({ httpPort: 0 }));
  const plaidPort = await freePort();
  const plaid = await lifetime.start(() =>
    startPart("the emulator", () => startEmulator({ port: plaidPort, dataDir })),
  );
  const emulatorUrl = `http://127.0.0.1:${plaidPort}`;
  const ports = await freePorts(count);
  const environment = {
    ...process.env,
    ...portalEnvironment({
      databaseUrl: database.appUrl,
      databaseOwnerUrl: database.ownerUrl,
      emulatorUrl,
      smtpUrl: caught.smtpUrl,
      portalUrl: `http://localhost:${ports[0]}`,
      secrets: newSecrets(),
    }),
    NODE_ENV: "production",
    NEXT_DIST_DIR: TEST_DIST_DIR,
    DEMO: "0",
    WORKER: workerCount > 0 ? "off" : "on",
    LIMITS_FACTOR: "9999",
    ...options.environment,
  };
  await runScript("scripts/migrate.ts", [], environment);
  await Promise.all(people.map((role) => addPerson(role, environment)));
  const emulator = createEmulatorClient(() => emulatorUrl);
  if (ports[0]) await emulator.setWebhookUrl(`http://127.0.0.1:${ports[0]}/api/webhooks/plaid`);

  const starting = { setting, environment };
  return {
    database,
    emulator: { ...emulator, part: plaid },
    mail: {
      ...createMailboxClient(() => caught.url),
      smtpPort: Number(new URL(caught.smtpUrl).port),
      stop: caught.stop,
    },
    portals: await Promise.all(ports.map((port) => addPortal(port, starting))),
    workers: await Promise.all(
      Array.from({ length: workerCount }, (_, index) => addWorker(index, starting)),
    ),
    environment,
  };
}

export type MadeCustomer = { id: string; companyName: string; clientId: string; status: string };

/** READY is a whole draft with both confirmations; ACTIVE has been sent and enabled. */
export async function makeCustomers(
  { environment }: World,
  status: "READY" | "DRAFT" | "PENDING_ENABLEMENT" | "ACTIVE",
  count: number,
): Promise<MadeCustomer[]> {
  const args = ["--status", status, "--count", String(count)];
  const printed = await runScript("scripts/testing/programs/customer.ts", args, environment);
  return printed.split("\n").map((line) => JSON.parse(line) as MadeCustomer);
}

type Starting = { setting: Setting; environment: Environment };

/** Another portal beside those of a world, as in a rolling restart. */
export async function addPortal(
  port: number,
  { setting: { dataDir, lifetime }, environment }: Starting,
): Promise<Portal> {
  const logFile = path.join(dataDir, `portal-${port}.log`);
  const begin = () => startPortal({ port, mode: "start", env: environment, logFile });
  const part = await lifetime.start(() => startPart(`the portal on ${port}`, begin));
  return { ...part, port, url: `http://localhost:${port}`, logFile };
}

function addWorker(index: number, { setting, environment }: Starting): Promise<Part> {
  const logFile = path.join(setting.dataDir, `worker-${index}.log`);
  const begin = () =>
    new Promise<ReturnType<typeof startProcess>>((resolve, reject) => {
      const running = startProcess({
        args: [...typescriptArgs, "scripts/worker.ts"],
        env: environment,
        logFile,
        onLine: (line) => line.includes("worker started") && resolve(running),
      });
      void running.ended.then(() => reject(new Error(`The worker ended:\n${running.tail()}`)));
    });
  return setting.lifetime.start(() => startPart(`worker ${index}`, begin));
}

async function addPerson(role: string, environment: Environment): Promise<void> {
  const args = ["--email", `${role}@demo.test`, "--name", `Test ${role}`, "--role", role];
  await runScript("scripts/admin.ts", ["create-user", ...args], environment);
}

async function freePorts(count: number): Promise<number[]> {
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  return [...new Set(ports)].length === count ? ports : freePorts(count);
}
