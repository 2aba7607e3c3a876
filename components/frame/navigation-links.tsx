"use client";

import { Building2, LayoutDashboard } from "lucide-react";
import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/link";

const links = [
  { href: "/", label: "Overview", icon: LayoutDashboard, within: [] },
  {
    href: "/customers",
    label: "End customers",
    icon: Building2,
    within: ["/customers/", "/onboardings/"],
  },
] as const;

export function NavigationLinks() {
  const pathname = usePathname();
  return (
    <ul className="flex flex-col gap-1">
      {links.map(({ href, label, icon: Icon, within }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={currency(pathname, href, within)}
            className="flex min-h-control items-center gap-3 rounded-control px-3 text-sm font-medium hover:bg-surface aria-[current]:bg-neutral-tint aria-[current]:text-primary forced-colors:aria-[current]:border"
          >
            <Icon aria-hidden="true" className="size-4 shrink-0" />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The page itself, or a page of the part it leads to. */
function currency(pathname: string, href: string, within: readonly string[]) {
  if (pathname === href) return "page";
  return within.some((start) => pathname.startsWith(start)) ? "true" : undefined;
}
