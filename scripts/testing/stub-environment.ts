import { vi } from "vitest";

/** For unit tests, which have no portal around them: variables that are complete and lead nowhere. */
export function stubEnvironment(changes: Record<string, string> = {}): void {
  const variables = {
    DATABASE_URL: "postgres://unset.invalid/unset",
    PLAID_ENV: "emulator",
    PLAID_CLIENT_ID: "id",
    PLAID_SECRET: "secret",
    AUTH_URL: "https://portal.example.com",
    AUTH_SECRET: "an AUTH_SECRET of more than 32 bytes",
    SECRETS_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "portal@example.com",
    ...changes,
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}
