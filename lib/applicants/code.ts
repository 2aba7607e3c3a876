import "server-only";
import { keyed } from "@/lib/keyed";

const CODES = 1_000_000;

/** The six digits mailed for a device, made again to compare: nothing of them is kept. */
export function deviceCode({ id, serial }: { id: string; serial: number }): string {
  const number = Buffer.from(keyed("device-code", `${id}:${serial}`), "base64url").readUInt32BE();
  return String(number % CODES).padStart(6, "0");
}
