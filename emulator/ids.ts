import { randomBytes, randomInt } from "node:crypto";

const LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";
const MIXED = `${LOWER}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** Shapes follow Plaid's published examples (rule C7). */
export function newClientId(): string {
  return randomBytes(12).toString("hex");
}

export function newSandboxSecret(): string {
  return randomBytes(15).toString("hex");
}

export function newProductionSecret(): string {
  return pick(LOWER, 31);
}

export function newRequestId(): string {
  return pick(MIXED, 15);
}

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}
