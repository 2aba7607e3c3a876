import { createEmulatorClient } from "./emulator-client";
import { createMailboxClient } from "./mailbox-client";

/** The emulator and the mailbox of the running integration test file. */
export const emulator = createEmulatorClient(() => fromEnvironment("PLAID_BASE_URL"));
export const mailbox = createMailboxClient(() => fromEnvironment("MAIL_URL"));

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this works in integration tests only.`);
  return value;
}
