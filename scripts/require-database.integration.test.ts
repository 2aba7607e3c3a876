import { connect, createServer } from "node:net";
import { expect, inject, test } from "vitest";
import { freePort } from "./stack/ports";
import { runScript } from "./stack/process";

const { ownerUrl, appUrl } = inject("database");

function at(url: string, change: Partial<Pick<URL, "port" | "pathname">>): string {
  return Object.assign(new URL(url), change).href;
}

function migrate(change: Partial<Pick<URL, "port" | "pathname">>, onLine?: (line: string) => void) {
  const DATABASE_URL = at(appUrl, change);
  const env = { ...process.env, DATABASE_URL, DATABASE_OWNER_URL: at(ownerUrl, change) };
  return runScript("scripts/migrate.ts", [], env, onLine);
}

test("start-up waits for a database that comes later, and says so", async () => {
  const port = await freePort();
  const lines: string[] = [];
  const passOn = createServer((socket) => {
    socket.pipe(connect(Number(new URL(ownerUrl).port), "127.0.0.1")).pipe(socket);
  });
  await migrate({ port: String(port) }, (line) => {
    lines.push(line);
    if (lines.length === 2) passOn.listen(port, "127.0.0.1");
  });
  passOn.close();
  expect(lines.length).toBeGreaterThanOrEqual(2);
  for (const line of lines) {
    expect(line).toMatch(/^Waiting for the database: .*ECONNREFUSED.* Next try in [\d.]+ s\.$/);
  }
});

test("a database that is not there by that name is not waited for", async () => {
  await expect(migrate({ pathname: "/nowhere" })).rejects.toThrow(
    /exit 1\):\nThe database turns us away: database "nowhere" does not exist\. See DATABASE_URL/,
  );
});
