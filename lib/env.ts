import { z } from "zod";

const base64Key = /^[A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/]{43}=$/;

const OIDC_NAMES = ["AUTH_OIDC_ISSUER", "AUTH_OIDC_CLIENT_ID", "AUTH_OIDC_CLIENT_SECRET"] as const;

/** Left empty is the same as left out. */
function optional<T extends z.ZodType>(type: T, error: string) {
  return z.union([z.literal("").transform(() => undefined), type], { error }).optional();
}

const schema = z
  .object({
    DATABASE_URL: z.string().refine(isDatabaseUrl, { error: "is not a postgres:// URL" }),
    PLAID_ENV: z.enum(["production", "sandbox", "emulator"], {
      error: "must be production, sandbox or emulator",
    }),
    PLAID_BASE_URL: z.url().default("http://127.0.0.1:4010"),
    PLAID_CLIENT_ID: z.string().min(1),
    PLAID_SECRET: z.string().min(1),
    AUTH_URL: z.url({ protocol: /^https?$/, error: "must be the portal's public origin" }),
    AUTH_SECRET: z.string().refine((value) => Buffer.byteLength(value) >= 32, {
      error: "must be at least 32 random bytes (openssl rand -base64 32)",
    }),
    SECRETS_KEYS: z.string().refine((ring) => ring.split(",").every((key) => base64Key.test(key)), {
      error: "must be id:base64key[,id:base64key] with keys of 32 bytes (openssl rand -base64 32)",
    }),
    /** Without it no mail is sent: links are handed over by people. */
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/ }), "is not an smtp:// or smtps:// URL"),
    MAIL_FROM: z.string().min(3),
    /** Single sign-on: all three, or none. */
    AUTH_OIDC_ISSUER: optional(z.url({ protocol: /^https?$/ }), "is not an https:// URL"),
    AUTH_OIDC_CLIENT_ID: optional(z.string(), "is not a text"),
    AUTH_OIDC_CLIENT_SECRET: optional(z.string(), "is not a text"),
    WORKER: z.enum(["on", "off"]).default("on"),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
    /** Traces and metrics are sent there; without it nothing is made. */
    OTEL_EXPORTER_OTLP_ENDPOINT: optional(
      z.url({ protocol: /^https?$/ }),
      "is not an http:// or https:// URL",
    ),
    /** The share of traces that is kept; all unless told otherwise. */
    OTEL_TRACES_SAMPLER_ARG: optional(
      z.coerce.number().min(0).max(1),
      "must be a number from 0 to 1",
    ),
    /** Milliseconds; a minute unless told otherwise. */
    OTEL_METRIC_EXPORT_INTERVAL: optional(
      z.coerce.number().int().min(1_000),
      "must be milliseconds, at least 1000",
    ),
    METRICS_TOKEN: optional(
      z.string().min(20),
      "must be at least 20 characters (openssl rand -base64 32)",
    ),
    /** Both read by `scripts/serve.mjs`. */
    PORT: optional(z.coerce.number().int().min(1).max(65_535), "must be a port from 1 to 65535"),
    DRAIN_SECONDS: z
      .string()
      .regex(/^([0-9]|[1-5][0-9]|60)$/, { error: "must be a whole number from 0 to 60" })
      .default("1"),
    GALLERY: z.enum(["on", "off"]).default("off"),
    DEMO: z.enum(["0", "1"]).default("0"),
    LIMITS_FACTOR: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, { error: "must be a whole number from 1 to 9999" })
      .default("1"),
  })
  .superRefine((env, context) => {
    const publicUrl = !isLocal(env.AUTH_URL);
    const complain = (name: string, message: string) =>
      context.addIssue({ code: "custom", path: [name], message });
    if (publicUrl && env.AUTH_URL.startsWith("http:")) complain("AUTH_URL", "must use https");
    if (publicUrl && env.DEMO === "1") complain("DEMO", "is for localhost only");
    if (env.PLAID_ENV !== "emulator" && env.PLAID_SECRET.includes("0for0emulator")) {
      complain("PLAID_SECRET", "is the emulator's secret");
    }
    const { AUTH_OIDC_ISSUER: issuer } = env;
    if (issuer?.startsWith("http:") && !isLocal(issuer)) {
      complain("AUTH_OIDC_ISSUER", "must use https");
    }
    if (OIDC_NAMES.some((name) => env[name])) {
      for (const name of OIDC_NAMES) if (!env[name]) complain(name, "is missing");
    }
  });

export type Env = z.infer<typeof schema>;

function isDatabaseUrl(url: string): boolean {
  return /^postgres(ql)?:/.test(url) && URL.canParse(withOneHost(url));
}

/** PostgreSQL's addresses may name several hosts with a port each, which is no URL to Node. */
function withOneHost(url: string): string {
  return url.replace(/^(\w+:\/\/(?:[^/?@]*@)?[^/?,@]*),[^/?]*/, "$1");
}

function isLocal(url: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(url);
}

export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

let checked: Env | undefined;

/**
 * The portal's variables, checked once.
 *
 * @throws ConfigurationError that lists every missing or weak variable and never a value.
 */
export function env(): Env {
  checked ??= checkEnv(process.env);
  return checked;
}

export function checkEnv(variables: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name} ${variables[name] ? issue.message : "is missing"}`;
  });
  throw new ConfigurationError(`The portal cannot start:\n${lines.join("\n")}`);
}

/** Read apart from the rest: `next build` imports the database client without any variable set. */
export function databaseUrl(): string {
  return forPostgresJs(process.env.DATABASE_URL ?? "postgres://unset.invalid/unset");
}

/** The role that migrates; the portal's own role where no other is given. */
export function databaseOwnerUrl(): string {
  return forPostgresJs(process.env.DATABASE_OWNER_URL || databaseUrl());
}

/** Of several hosts, postgres.js takes a standby for `read-write`, but for `primary` never. */
function forPostgresJs(url: string): string {
  return url.replace(/([?&]target_session_attrs=)read-write\b/, "$1primary");
}

/** The name a database address signs in with. */
export function databaseRole(url: string): string {
  return decodeURIComponent(new URL(withOneHost(url)).username);
}

/** Read apart from the rest: a portal that cannot start must still be able to say why. */
export function logLevel(): string {
  return process.env.LOG_LEVEL || "info";
}

/** The scheme, host and port people reach the portal at. */
export function publicOrigin(): string {
  return new URL(env().AUTH_URL).origin;
}

/** Multiplies how often one person may change, submit and reveal. */
export function limitsFactor(): number {
  return Number(env().LIMITS_FACTOR);
}

/** What the build was made from (next.config.mjs); null outside of one. */
export function buildCommit(): string | null {
  return process.env.BUILD_COMMIT || null;
}

/** Where `next build` put the portal that runs. */
export function buildFolder(): string {
  return process.env.NEXT_DIST_DIR ?? ".next";
}

/** `npm run dev`: code is compiled on demand and replaced while it runs. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development";
}

/** The identity provider people may sign in with; undefined where none is set up. */
export function identityProvider() {
  const {
    AUTH_OIDC_ISSUER: issuer,
    AUTH_OIDC_CLIENT_ID: clientId,
    AUTH_OIDC_CLIENT_SECRET: clientSecret,
  } = env();
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined;
}

/** Whether `/dev/gallery` is there. */
export function showsGallery(): boolean {
  return isDevelopment() || env().GALLERY === "on";
}

/** In the demo nobody has to have a second factor. */
export function isDemo(): boolean {
  return env().DEMO === "1";
}

/** next-auth reads its own address from this variable and from nowhere else. */
export function tellNextAuthItsAddress(): void {
  process.env.NEXTAUTH_URL = publicOrigin();
}

/** The host of every Partner API call. */
export function partnerApiUrl({ PLAID_ENV, PLAID_BASE_URL }: Env): string {
  return PLAID_ENV === "emulator" ? PLAID_BASE_URL : `https://${PLAID_ENV}.plaid.com`;
}
