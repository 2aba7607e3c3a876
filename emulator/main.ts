import { z } from "zod";
import { startEmulator } from "./emulator";
import { log } from "./log";

const environment = z.object({
  EMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  DATA_DIR: z.string().min(1).default(".data"),
  PLAID_CLIENT_ID: z.string().min(1).default("5f0demo0partner0client01"),
  PLAID_SECRET: z.string().min(1).default("demo0partner0secret0for0emulator"),
  EMULATOR_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  EMULATOR_CLOCK_SPEED: z.coerce.number().min(0).default(1),
});

const given = Object.entries(process.env).filter(([, value]) => value !== "");
const settings = environment.safeParse(Object.fromEntries(given));
if (!settings.success) {
  log(`Cannot start:\n${z.prettifyError(settings.error)}`);
  process.exit(1);
}

const { data } = settings;
const emulator = await startEmulator({
  port: data.EMULATOR_PORT,
  dataDir: data.DATA_DIR,
  partner: { client_id: data.PLAID_CLIENT_ID, secret: data.PLAID_SECRET },
  webhookUrl: data.EMULATOR_WEBHOOK_URL ?? null,
  speed: data.EMULATOR_CLOCK_SPEED,
});
log(`Emulator ready: http://127.0.0.1:${emulator.port}`);

async function stop(): Promise<void> {
  await emulator.stop();
  process.exit(0);
}

process.once("SIGTERM", stop);
process.once("SIGINT", stop);
