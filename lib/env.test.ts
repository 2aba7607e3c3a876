import { expect, test, vi } from "vitest";
import { checkEnv, databaseRole, databaseUrl } from "./env";

const good = {
  DATABASE_URL: "postgres://portal:pw@db.internal/vestibule",
  PLAID_ENV: "production",
  PLAID_CLIENT_ID: "id",
  PLAID_SECRET: "a real secret",
  AUTH_URL: "https://portal.example.com",
  AUTH_SECRET: "x".repeat(44),
  SECRETS_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
  SMTP_URL: "smtps://mail.example.com",
  MAIL_FROM: "Portal <portal@example.com>",
};

const signOn = {
  AUTH_OIDC_ISSUER: "https://id.example.com",
  AUTH_OIDC_CLIENT_ID: "vestibule",
  AUTH_OIDC_CLIENT_SECRET: "a real secret",
};

test.each([
  signOn,
  { ...signOn, AUTH_OIDC_ISSUER: "http://localhost:4012" },
  { AUTH_OIDC_ISSUER: "", AUTH_OIDC_CLIENT_ID: "", AUTH_OIDC_CLIENT_SECRET: "" },
])("single sign-on is complete or absent: %j", (variables) => {
  expect(() => checkEnv({ ...good, ...variables })).not.toThrow();
});

test("a complete set is accepted", () => {
  expect(checkEnv(good).WORKER).toBe("on");
});

test.each([undefined, ""])("a portal without outgoing mail starts: %j", (SMTP_URL) => {
  expect(checkEnv({ ...good, SMTP_URL }).SMTP_URL).toBeUndefined();
});

test.each(["db1,db2", "db1:5432,db2:5433", "10.0.0.1:1,10.0.0.2:2,[::1]:3"])(
  "several database hosts are accepted: %s",
  (hosts) => {
    const DATABASE_URL = `postgres://portal:p,w@${hosts}/vestibule?target_session_attrs=read-write`;
    expect(() => checkEnv({ ...good, DATABASE_URL })).not.toThrow();
    expect(databaseRole(DATABASE_URL)).toBe("portal");
  },
);

test("what must be able to write is a primary, which postgres.js looks for under that name", () => {
  vi.stubEnv(
    "DATABASE_URL",
    "postgres://db1:1,db2:2/x?sslmode=require&target_session_attrs=read-write",
  );
  expect(databaseUrl()).toBe(
    "postgres://db1:1,db2:2/x?sslmode=require&target_session_attrs=primary",
  );
  vi.unstubAllEnvs();
});

test.each([
  ["DATABASE_URL", { DATABASE_URL: undefined }],
  ["DATABASE_URL", { DATABASE_URL: "mysql://x/y" }],
  ["DATABASE_URL", { DATABASE_URL: "postgres://db1:port,db2:5432/y" }],
  ["PLAID_ENV", { PLAID_ENV: undefined }],
  ["PLAID_ENV", { PLAID_ENV: "development" }],
  ["PLAID_CLIENT_ID", { PLAID_CLIENT_ID: "" }],
  ["PLAID_SECRET", { PLAID_SECRET: undefined }],
  ["PLAID_SECRET", { PLAID_SECRET: "demo0partner0secret0for0emulator" }],
  ["AUTH_URL", { AUTH_URL: "portal.example.com" }],
  ["AUTH_URL", { AUTH_URL: "http://portal.example.com" }],
  ["AUTH_SECRET", { AUTH_SECRET: "short" }],
  ["SECRETS_KEYS", { SECRETS_KEYS: "k1:tooshort" }],
  ["SECRETS_KEYS", { SECRETS_KEYS: `${good.SECRETS_KEYS},` }],
  ["SMTP_URL", { SMTP_URL: "mail.example.com" }],
  ["MAIL_FROM", { MAIL_FROM: undefined }],
  ["WORKER", { WORKER: "yes" }],
  ["PORT", { PORT: "http" }],
  ["PORT", { PORT: "65536" }],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", { OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" }],
  ["OTEL_TRACES_SAMPLER_ARG", { OTEL_TRACES_SAMPLER_ARG: "2" }],
  ["OTEL_METRIC_EXPORT_INTERVAL", { OTEL_METRIC_EXPORT_INTERVAL: "10" }],
  ["METRICS_TOKEN", { METRICS_TOKEN: "short" }],
  ["GALLERY", { GALLERY: "yes" }],
  ["DEMO", { DEMO: "1" }],
  ["AUTH_OIDC_ISSUER", { ...signOn, AUTH_OIDC_ISSUER: "http://id.example.com" }],
  ["AUTH_OIDC_ISSUER", { ...signOn, AUTH_OIDC_ISSUER: "id.example.com" }],
  ["AUTH_OIDC_ISSUER", { ...signOn, AUTH_OIDC_ISSUER: "" }],
  ["AUTH_OIDC_CLIENT_ID", { ...signOn, AUTH_OIDC_CLIENT_ID: undefined }],
  ["AUTH_OIDC_CLIENT_SECRET", { ...signOn, AUTH_OIDC_CLIENT_SECRET: "" }],
])("%s is named and its value is not repeated", (name, change) => {
  const start = () => checkEnv({ ...good, ...change });
  expect(start).toThrow(`  ${name} `);
  expect(start).not.toThrow(good.PLAID_SECRET);
});
