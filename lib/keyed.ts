import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

type Purpose = "sign-in" | "limit" | "invitation" | "handover" | "device-code" | "unsubscribe";

/** 256 bits that follow from a text and a key outside the database, in base64url. */
export function keyed(purpose: Purpose, text: string): string {
  const key = hkdfSync("sha256", env().AUTH_SECRET, "", `vestibule ${purpose}`, 32);
  return createHmac("sha256", Buffer.from(key)).update(`${purpose}:${text}`).digest("base64url");
}
