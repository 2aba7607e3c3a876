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

async function main(): Promise<void> {
  const given = Object.entries(process.env).filter(([, value]) => value !== "");
  const data = environment.parse(Object.fromEntries(given));
  const emulator = await startEmulator({
    port: data.EMULATOR_PORT,
    dataDir: data.DATA_DIR,
    partner: { client_id: data.PLAID_CLIENT_ID, secret: data.PLAID_SECRET },
    webhookUrl: data.EMULATOR_WEBHOOK_URL ?? null,
    speed: data.EMULATOR_CLOCK_SPEED,
  });

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      await emulator.stop();
      process.exit(0);
    });
  }
  log(`Emulator ready: http://127.0.0.1:${emulator.port}`);
}

try {
  await main();
} catch (error) {
  log(`Cannot start: ${reason(error)}`);
  process.exit(1);
}

function reason(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
