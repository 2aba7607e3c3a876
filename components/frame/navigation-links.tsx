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
  { href: "/", word: "overview", icon: LayoutDashboard, within: [] },
  {
    href: "/customers",
    word: "customers",
    icon: Building2,
    within: ["/customers/", "/onboardings/", "/runs"],
  },
  { href: "/banks", word: "banks", icon: Landmark, within: ["/banks/"] },
] as const;

const review = {
  href: "/review",
  word: "review",
  icon: ClipboardCheck,
  within: ["/review/"],
} as const;

type Word = "overview" | "customers" | "banks" | "review" | "administration" | "waiting";

type Props = {
  /** How many answers wait for a decision; null for people who may not decide. */
  toReview: number | null;
  /** Where the administration begins; null for people who have no part in it. */
  administration: Route | null;
  words: Record<Word, string>;
};

export function NavigationLinks({ toReview, administration, words }: Props) {
  const pathname = usePathname();
  const shown = [
    ...links,
    ...(toReview === null ? [] : [review]),
    ...(administration === null ? [] : [toAdministration(administration)]),
  ];
  return (
    <ul className="flex flex-col gap-1">
      {shown.map(({ href, word, icon: Icon, within }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={currency(pathname, href, within)}
            className="flex min-h-control items-center gap-3 rounded-control px-3 text-sm font-medium hover:bg-surface aria-[current]:bg-neutral-tint aria-[current]:text-primary forced-colors:aria-[current]:border"
          >
            <Icon />
            {words[word]}
            {href === "/review" && toReview !== null && toReview > 0 && (
              <Count of={toReview} waiting={words.waiting} />
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function toAdministration(href: Route) {
  return { href, word: "administration", icon: ShieldCheck, within: ["/admin/"] } as const;
}

function Count({ of, waiting }: { of: number; waiting: string }) {
  return (
    <span className="ml-auto rounded-badge bg-you-tint px-1.5 text-badge text-you tabular-nums forced-colors:border">
      {formatCount(of)}
      <span className="sr-only"> {waiting}</span>
    </span>
  );
}

/** The page itself, or a page of the part it leads to. */
function currency(pathname: string, href: string, within: readonly string[]) {
  if (pathname === href) return "page";
  return within.some((start) => pathname.startsWith(start)) ? "true" : undefined;
}
