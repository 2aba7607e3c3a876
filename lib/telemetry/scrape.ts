import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { telemetry } from "./start";

export type Scraped = "off" | "refused" | { text: string };

/** Every metric of this process for whoever has METRICS_TOKEN; without that variable there is nothing. */
export async function scrapeMetrics(authorization: string | null): Promise<Scraped> {
  const { METRICS_TOKEN: token } = env();
  const running = telemetry();
  if (!token || !running) return "off";
  if (!isSame(authorization ?? "", `Bearer ${token}`)) return "refused";
  return { text: await running.scrape() };
}

/** Takes as long whatever is given: hashes are compared, and all of them. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
