"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { formatCount } from "@/components/ui/counts";
import {
  Building2,
  ClipboardCheck,
  Landmark,
  LayoutDashboard,
  ShieldCheck,
} from "@/components/ui/icons";
import { Link } from "@/components/ui/link";

const links = [
  { href: "/", label: "Overview", icon: LayoutDashboard, within: [] },
  {
    href: "/customers",
    label: "End customers",
    icon: Building2,
    within: ["/customers/", "/onboardings/", "/runs"],
  },
  { href: "/banks", label: "Banks", icon: Landmark, within: ["/banks/"] },
] as const;

const review = {
  href: "/review",
  label: "Review",
  icon: ClipboardCheck,
  within: ["/review/"],
} as const;

type Props = {
  /** How many answers wait for a decision; null for people who may not decide. */
  toReview: number | null;
  /** Where the administration begins; null for people who have no part in it. */
  administration: Route | null;
};

export function NavigationLinks({ toReview, administration }: Props) {
  const pathname = usePathname();
  const shown = [
    ...links,
    ...(toReview === null ? [] : [review]),
    ...(administration === null ? [] : [toAdministration(administration)]),
  ];
  return (
    <ul className="flex flex-col gap-1">
      {shown.map(({ href, label, icon: Icon, within }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={currency(pathname, href, within)}
            className="flex min-h-control items-center gap-3 rounded-control px-3 text-sm font-medium hover:bg-surface aria-[current]:bg-neutral-tint aria-[current]:text-primary forced-colors:aria-[current]:border"
          >
            <Icon />
            {label}
            {href === "/review" && toReview !== null && toReview > 0 && <Count of={toReview} />}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function toAdministration(href: Route) {
  return { href, label: "Administration", icon: ShieldCheck, within: ["/admin/"] };
}

function Count({ of }: { of: number }) {
  return (
    <span className="ml-auto rounded-badge bg-you-tint px-1.5 text-badge text-you tabular-nums forced-colors:border">
      {formatCount(of)}
      <span className="sr-only"> waiting</span>
    </span>
  );
}

/** The page itself, or a page of the part it leads to. */
function currency(pathname: string, href: string, within: readonly string[]) {
  if (pathname === href) return "page";
  return within.some((start) => pathname.startsWith(start)) ? "true" : undefined;
}
