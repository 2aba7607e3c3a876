import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { decodeProtectedHeader, importJWK, type JWK, jwtVerify } from "jose";
import { log } from "./log";

export const CLIENT_ID = "5f0demo0partner0client01";
export const SECRET = "demo0partner0secret0for0emulator";

type Json = Record<string, unknown>;
export type Bank = Record<string, unknown> & {
  institution_id: string;
  environments: { production: string };
  production_enablement_date: string | null;
};
type Customer = {
  client_id: string;
  company_name: string;
  status: string;
  flowdown_status: string;
  secrets: { sandbox: string; production: string };
};
type Key = { kid: string; expired_at: number | null };

/** What tests read from answers. Shapes have tests of their own, so this one is hopeful. */
type Body = Customer & {
  error: string;
  error_code: string;
  error_message: string;
  end_customer: Customer;
  institutions: Bank[];
  customers: Customer[];
  keys: { production: [Key, ...Key[]]; sandbox: [Key, ...Key[]] };
  pending: { registrations: number; webhooks: number };
  kid: string;
  key: JWK;
  products: string[];
};
export type Answer<T = Body> = { status: number; body: T };
export type Running = Awaited<ReturnType<typeof startProcess>>;

/** Ten times what it takes; twice that is less than a test may take. */
const READY_MS = 10_000;

/** The real process on a free port, its clock standing still unless a test says otherwise. */
export async function startProcess(
  dataDir = mkdtempSync(join(tmpdir(), "emulator-")),
  env: Record<string, string> = {},
) {
  const { child, url } = await launch(dataDir, env).catch((error: Error) => {
    // A busy machine may keep it from starting; what is tested comes after that.
    log(`The emulator is started once more: ${error.message}`);
    return launch(dataDir, env);
  });

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const exited = once(child, "exit");
    child.kill(signal);
    const [code] = await exited;
    return code;
  }

  return {
    url,
    dataDir,
    /** For good: its data goes with it. */
    stop: async () => {
      const code = await end("SIGTERM");
      rmSync(dataDir, { recursive: true });
      return code;
    },
    /** Its data stays for the process that comes after it. */
    kill: () => end("SIGKILL"),
    call: (
      path: string,
      body: Json = {},
      headers: Record<string, string> = { "PLAID-CLIENT-ID": CLIENT_ID, "PLAID-SECRET": SECRET },
    ) => send<Body>("POST", `${url}${path}`, body, headers),
    control: <T = Body>(method: string, path: string, body?: unknown) =>
      send<T>(method, `${url}/_emulator${path}`, body, {}),
  };
}

async function launch(dataDir: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "main.ts")], {
    cwd: join(import.meta.dirname, ".."),
    env: {
      NODE_ENV: "test",
      EMULATOR_PORT: "0",
      DATA_DIR: dataDir,
      EMULATOR_CLOCK_SPEED: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, url: await readyUrl(child) };
}

/** Throws with what it printed where it ends, or hangs, before it is ready. */
function readyUrl(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  const printed: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`${what}: ${printed.join("\n")}`));
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      fail(`the emulator was not ready after ${READY_MS} ms`);
    }, READY_MS);
    child.once("exit", (code, signal) => {
      clearTimeout(late);
      fail(`the emulator ended (${code ?? signal}) before it was ready`);
    });
    // Both are read to their end: a full pipe would stop the process.
    for (const output of [child.stdout, child.stderr]) {
      createInterface({ input: output }).on("line", (line) => {
        printed.push(line);
        const url = /^Emulator ready: (http:\S+)$/.exec(line)?.[1];
        if (url === undefined) return;
        clearTimeout(late);
        resolve(url);
      });
    }
  });
}

async function send<T>(
  method: string,
  url: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answer<T>> {
  const response = await fetch(url, {
    method,
    headers: { "Content-Type": "application/json", ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  // Tests that expect another kind of body say so in the type parameter.
  return { status: response.status, body: parseLoosely(text) as T };
}

let names = 0;

/** A valid create request; `undefined` in the changes takes a field away. */
export function application(changes: Json = {}): Json {
  names += 1;
  return {
    company_name: `Harbor Pay ${names}`,
    is_diligence_attested: true,
    legal_entity_name: "Harbor Pay LLC",
    website: "harborpay.test",
    application_name: `Harbor ${names}`,
    address: {
      street: "1 Quay",
      city: "Boston",
      region: "MA",
      postal_code: "02110",
      country_code: "US",
    },
    is_bank_addendum_completed: true,
    customer_support_info: { email: "help@harborpay.test" },
    ...changes,
  };
}

export async function createCustomer(emulator: Running, changes: Json = {}): Promise<Customer> {
  const { status, body } = await emulator.call("/partner/customer/create", application(changes));
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.end_customer;
}

/** The start of a PNG file of this size, filled up to a length. */
export function png(width = 1024, height = 1024, bytes = 64): Buffer {
  const file = Buffer.alloc(bytes);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(file);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}

type Event = { institution_id: string; status: string };
export type Received = { headers: IncomingHttpHeaders; raw: string; body: Event; token: string };

/** A webhook receiver; `answer` decides the status per call, null never answers. */
export async function startReceiver(
  answer: (received: Received) => number | null | Promise<number> = () => 200,
) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString("utf8");
    const token = String(request.headers["plaid-verification"]);
    const entry = { headers: request.headers, raw, token, body: parseLoosely(raw) as Event };
    received.push(entry);
    const status = await answer(entry);
    if (status !== null) response.writeHead(status).end("seen");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function parseLoosely(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

/** Polls until the condition holds; returns what it returned. */
export async function until<T>(
  condition: () => Promise<T | undefined | false> | T | undefined | false,
  deadlineMs = 10_000,
): Promise<T> {
  const end = Date.now() + deadlineMs;
  while (Date.now() < end) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("the condition did not come true in time");
}

/** Verifies a webhook's token as Plaid documents it, with the key its header names. */
export async function verifyToken(emulator: Running, token: string) {
  const { kid } = decodeProtectedHeader(token);
  const { body } = await emulator.call("/webhook_verification_key/get", { key_id: kid });
  return jwtVerify(token, await importJWK(body.key, "ES256"), {
    algorithms: ["ES256"],
    maxTokenAge: "5 min",
  });
}
