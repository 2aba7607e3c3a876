import { readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { isAlive, waitUntil } from "@/scripts/stack/alive";
import { type Postgres, startPostgres } from "@/scripts/stack/postgres";

const NAME = "vestibule";
const DEATH_MS = 10_000;

/** PostgreSQL that writes to disk as in production, and may be killed. */
export type Database = {
  appUrl: string;
  ownerUrl: string;
  superuserUrl: string;
  /** As the owner of the tables; finds its way back after a crash. */
  sql: postgres.Sql;
  /** SIGKILL of the server, as a power cut or the kernel's memory killer would end it. */
  kill: () => Promise<void>;
  /** On the same port; resolves when it answers. */
  start: () => Promise<void>;
  /** How often it had to recover from its log: proof that it did not end in an orderly way. */
  recoveries: () => number;
  stop: () => Promise<void>;
};

export async function startDatabase(dataDir: string): Promise<Database> {
  let server = await startPostgres({ dataDir });
  await server.createDatabase(NAME);
  const { port } = server;
  const ownerUrl = server.ownerUrl(NAME);
  const sql = postgres(ownerUrl, { max: 4, onnotice: () => {} });
  return {
    appUrl: server.appUrl(NAME),
    ownerUrl,
    superuserUrl: server.superuserUrl(NAME),
    sql,
    kill: () => killServer(server),
    start: async () => {
      server = await startPostgres({ dataDir, port });
    },
    recoveries: () => {
      const log = readFileSync(path.join(dataDir, "postgres", "server.log"), "utf8");
      return log.split("automatic recovery in progress").length - 1;
    },
    stop: async () => {
      await sql.end({ timeout: 1 });
      await server.stop();
    },
  };
}

async function killServer(server: Postgres): Promise<void> {
  if (server.isRunning()) process.kill(server.pid, "SIGKILL");
  if (!(await waitUntil(() => !isAlive(server.pid), DEATH_MS))) {
    throw new Error("PostgreSQL outlived a SIGKILL.");
  }
  // Gives the folder back, for whoever starts it again.
  await server.stop();
}
