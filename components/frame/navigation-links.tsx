"use client";

import { Building2, LayoutDashboard } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";

const links = [
  { href: "/", label: "Overview", icon: LayoutDashboard },
  { href: "/customers", label: "End customers", icon: Building2 },
] as const;

export function NavigationLinks() {
  const pathname = usePathname();
  return (
    <ul className="flex flex-col gap-1">
      {links.map(({ href, label, icon: Icon }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={isWithin(pathname, href) ? "page" : undefined}
            className="flex min-h-control items-center gap-3 rounded-control px-3 text-sm font-medium hover:bg-surface aria-[current=page]:bg-neutral-tint aria-[current=page]:text-primary forced-colors:aria-[current=page]:border"
          >
            <Icon aria-hidden="true" className="size-4 shrink-0" />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function isWithin(pathname: string, href: string): boolean {
  return pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
}
