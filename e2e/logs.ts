import { runScript } from "@/scripts/stack/process";
import { stack } from "./fixtures";

/** Ids of what scripts/testing/programs/webhook-log.ts made. */
export type MadeLogs = {
  failed: string;
  orphan: string;
  unhandled: string;
  rejected: Record<string, string>;
  call: string;
};

export async function makeLogs(clientId: string): Promise<MadeLogs> {
  const environment = { ...process.env, ...stack().environment };
  const args = ["--client-id", clientId];
  return JSON.parse(await runScript("scripts/testing/programs/webhook-log.ts", args, environment));
}
