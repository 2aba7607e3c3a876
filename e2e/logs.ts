import { made } from "./programs";

/** Ids of what scripts/testing/programs/webhook-log.ts made. */
export type MadeLogs = {
  failed: string;
  orphan: string;
  /** Of several at once. */
  replay: string;
  unhandled: string;
  rejected: Record<string, string>;
  call: string;
};

export function makeLogs(clientId: string): Promise<MadeLogs> {
  return made("webhook-log", ["--client-id", clientId]);
}
