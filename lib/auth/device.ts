import "server-only";
import Bowser from "bowser";
import type { Translate } from "@/lib/languages/model";

/** "Firefox on Windows": what a person recognises their device by. */
export function describeDevice(userAgent: string | null, t: Translate<"auth.device">): string {
  if (!userAgent) return t("unknown");
  const { browser: found, os } = Bowser.parse(userAgent);
  const browser = found.name || t("unknownBrowser");
  return os.name ? t("on", { browser, system: os.name }) : browser;
}
