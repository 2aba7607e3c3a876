import type { Route } from "next";
import { type Action, may, type Reader } from "@/lib/auth/model";

type Area = {
  href: Route;
  label: string;
  /** Who may do this may look at the area. */
  read: Action;
};

/** The parts of the administration, in the order of their tabs. */
const areas: readonly Area[] = [
  { href: "/admin/team", label: "Team", read: "team.manage" },
  { href: "/admin/settings", label: "Settings", read: "settings.manage" },
  { href: "/admin/webhooks", label: "Webhooks", read: "webhook.read" },
  { href: "/admin/requests", label: "Requests", read: "request.read" },
  { href: "/admin/audit", label: "Audit", read: "audit.read" },
  { href: "/admin/health", label: "Health", read: "health.read" },
];

export function areasFor(reader: Reader): Area[] {
  return areas.filter(({ read }) => may(reader, read));
}
