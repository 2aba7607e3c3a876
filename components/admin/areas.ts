import type { Route } from "next";
import { type Action, may, type Reader } from "@/lib/auth/model";
import words from "@/lib/languages/messages/en/staff/areas.json";

type Area = {
  href: Route;
  label: string;
  /** Who may do this may look at the area. */
  read: Action;
};

/** The parts of the administration, in the order of their tabs. */
const areas: readonly Area[] = [
  { href: "/admin/team", label: words.team, read: "team.manage" },
  { href: "/admin/settings", label: words.settings, read: "settings.manage" },
  { href: "/admin/webhooks", label: words.webhooks, read: "webhook.read" },
  { href: "/admin/requests", label: words.requests, read: "request.read" },
  { href: "/admin/audit", label: words.audit, read: "audit.read" },
  { href: "/admin/health", label: words.health, read: "health.read" },
];

export function areasFor(reader: Reader): Area[] {
  return areas.filter(({ read }) => may(reader, read));
}
