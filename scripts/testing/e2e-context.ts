import type { Environment } from "@/scripts/stack/process";
import { createEmulatorClient } from "./emulator-client";
import { createMailboxClient } from "./mailbox-client";

/** How the stack started once for a run is told to every worker. */
export const E2E_VARIABLE = "VESTIBULE_E2E_STACK";

export type E2eStack = {
  portalUrl: string;
  emulatorUrl: string;
  mailUrl: string;
  /** Of the identity provider that single sign-on goes to. */
  issuer: string;
  databaseUrl: string;
  databaseOwnerUrl: string;
  /** For a test that makes a database of its own. */
  superuserUrl: string;
  logFile: string;
  /** Where the database and the emulator keep their files. */
  folder: string;
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** The portal's variables beyond those of this process, as for running a script against it. */
  environment: Environment;
};

/** Undefined outside a run, as when the tests are only listed. */
export function runningStack(): E2eStack | undefined {
  const stack = process.env[E2E_VARIABLE];
  return stack ? (JSON.parse(stack) as E2eStack) : undefined;
}

export function stack(): E2eStack {
  const running = runningStack();
  if (!running) throw new Error("The end-to-end stack is not running.");
  return running;
}

export const emulator = createEmulatorClient(() => stack().emulatorUrl);
export const mailbox = createMailboxClient(() => stack().mailUrl);
