import path from "node:path";
import { isPortFree } from "@/scripts/stack/ports";
import { root } from "@/scripts/stack/process";

export type Settings = {
  port: number;
  emulatorPort: number;
  mailPort: number;
  dataDir: string;
  mode: "start" | "dev";
};

/** @throws Error in one line that names the variable to change */
export async function readSettings(args: string[]): Promise<Settings> {
  const unknown = args.find((arg) => arg !== "--dev");
  if (unknown) throw new Error(`${unknown} is not known; the only argument is --dev.`);
  const settings: Settings = {
    port: portFrom("PORT", 3000),
    emulatorPort: portFrom("EMULATOR_PORT", 4010),
    mailPort: portFrom("MAIL_PORT", 4011),
    dataDir: path.resolve(root, process.env.DATA_DIR || ".data"),
    mode: args.includes("--dev") ? "dev" : "start",
  };
  await requireFree("PORT", settings.port);
  await requireFree("EMULATOR_PORT", settings.emulatorPort);
  await requireFree("MAIL_PORT", settings.mailPort);
  return settings;
}

function portFrom(name: string, fallback: number): number {
  const value = process.env[name] || String(fallback);
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} is ${value}; it must be a port between 1 and 65535.`);
}

async function requireFree(name: string, port: number): Promise<void> {
  if (await isPortFree(port)) return;
  throw new Error(`${name}: port ${port} is taken. Set ${name} to a free one.`);
}
