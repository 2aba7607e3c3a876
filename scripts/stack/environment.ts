import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Environment } from "./process";

export type Secrets = { authSecret: string; secretsKeys: string };

/** The variables of a portal that talks to the emulator, as they are in the demo and in tests. */
export function portalEnvironment(parts: {
  databaseUrl: string;
  databaseOwnerUrl: string;
  emulatorUrl: string;
  smtpUrl: string;
  portalUrl: string;
  secrets: Secrets;
}) {
  return {
    DATABASE_URL: parts.databaseUrl,
    DATABASE_OWNER_URL: parts.databaseOwnerUrl,
    PLAID_ENV: "emulator",
    PLAID_BASE_URL: parts.emulatorUrl,
    PLAID_CLIENT_ID: process.env.PLAID_CLIENT_ID || "5f0demo0partner0client01",
    PLAID_SECRET: process.env.PLAID_SECRET || "demo0partner0secret0for0emulator",
    AUTH_URL: parts.portalUrl,
    AUTH_SECRET: parts.secrets.authSecret,
    SECRETS_KEYS: parts.secrets.secretsKeys,
    SMTP_URL: parts.smtpUrl,
    MAIL_FROM: "Vestibule <portal@demo.test>",
    DEMO: "1",
    LIMITS_FACTOR: "10",
    NEXT_TELEMETRY_DISABLED: "1",
  } satisfies Environment;
}

export function newSecrets(): Secrets {
  const key = () => randomBytes(32).toString("base64");
  return { authSecret: key(), secretsKeys: `k1:${key()}` };
}

/** The same secrets at every start: what they seal would be lost with them. */
export function keptSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  const secrets = newSecrets();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
