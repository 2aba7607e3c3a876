import { mkdirSync, rmSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createApi } from "./api";
import { createClock } from "./clock";
import { createControl } from "./control";
import type { Credentials } from "./credentials";
import { createCustomers } from "./customers";
import { createEndpoints } from "./endpoints";
import { createFaults } from "./faults";
import { createJobs } from "./jobs";
import { log } from "./log";
import { closeConnections } from "./post";
import { createRegistration } from "./registration";
import { currentKey } from "./signing";
import { openStore } from "./store";
import { createWebhooks } from "./webhooks";

type Settings = {
  port: number;
  dataDir: string;
  partner: Credentials;
  webhookUrl: string | null;
  speed: number;
};

/** @returns the port it listens on and how to stop it. */
export async function startEmulator(settings: Settings) {
  const directory = join(settings.dataDir, "emulator");
  mkdirSync(directory, { recursive: true });
  const store = openStore(directory, { url: settings.webhookUrl, speed: settings.speed });
  const clock = createClock(store);
  const jobs = createJobs(store, clock);
  const faults = createFaults();
  const webhooks = createWebhooks({ store, clock, jobs, faults });
  const registration = createRegistration({ store, clock, jobs, webhooks });
  const customers = createCustomers(store, registration);
  const held = new Set<ServerResponse>();
  const hold = (response: ServerResponse) => held.add(response);

  function ensureKeys(): void {
    currentKey(store, "production");
    currentKey(store, "sandbox");
  }

  function release(): void {
    for (const response of held) response.destroy();
    held.clear();
  }

  function reset(): void {
    release();
    faults.replace([]);
    store.reset();
    rmSync(join(directory, "logos"), { recursive: true, force: true });
    ensureKeys();
    jobs.wake();
  }

  ensureKeys();
  const endpoints = createEndpoints(store, customers);
  const answerApi = createApi({ store, faults, partner: settings.partner, endpoints, hold });
  const answerControl = createControl({
    store,
    clock,
    jobs,
    faults,
    registration,
    customers,
    reset,
  });
  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? "/", "http://localhost");
      const control = url.pathname === "/_emulator" || url.pathname.startsWith("/_emulator/");
      await (control
        ? answerControl(request, response, url)
        : answerApi(request, response, url.pathname));
    } catch (error) {
      // Typically a caller that went away in the middle of its own request.
      if (!request.errored) log(`Call failed: ${error instanceof Error ? error.stack : error}`);
      response.destroy();
    }
  });
  // Longer than any caller pauses, so that no call meets a connection that is just being closed.
  server.keepAliveTimeout = 600_000;
  const port = await listen(server, settings.port);
  jobs.wake();

  return {
    port,
    async stop(): Promise<void> {
      jobs.stop();
      release();
      closeConnections();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      store.close();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      // A TCP server has an address with a port.
      resolve((server.address() as AddressInfo).port);
    });
  });
}
