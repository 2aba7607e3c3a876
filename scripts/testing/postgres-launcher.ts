import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { root } from "@/scripts/stack/process";

/** Starts the server from a process of its own, which then waits to be killed. */
export async function launch(
  dataDir: string,
  prefix: string[] = [],
): Promise<{ child: ChildProcess; line: string }> {
  const source = `
    import { startPostgres } from "./scripts/stack/postgres.ts";
    startPostgres({ dataDir: ${JSON.stringify(dataDir)} }).then(async (server) => {
      await server.createDatabase("kept");
      console.log("ready", server.pid, server.ownerUrl("kept"));
      setInterval(() => undefined, 1000);
    }, (error) => console.log("failed", error.message));`;
  const [command = process.execPath, ...args] = [
    ...prefix,
    process.execPath,
    ...["--import", "tsx", "--input-type=module", "-e", source],
  ];
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve) => {
    lines.once("line", resolve);
    lines.once("close", () => resolve("ended without a word"));
  });
  return { child, line };
}

export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

export async function remember(url: string, word: string): Promise<void> {
  await run(
    url,
    `create table words (word text); grant select on words to vestibule_app; insert into words values ('${word}')`,
  );
}

export async function recall(url: string): Promise<unknown[]> {
  return (await run(url, "select word from words")).map(({ word }) => word);
}

export async function run(
  url: string,
  statement: string,
): Promise<postgres.RowList<postgres.Row[]>> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
