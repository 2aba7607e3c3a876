"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** Each tab is a page of its own, so this is navigation, not a tab list. */
export function CustomerTabs({ id }: { id: string }) {
  const pathname = usePathname();
  const links = [
    { href: `/customers/${id}`, label: "Overview" },
    { href: `/customers/${id}/banks`, label: "Banks" },
    { href: `/customers/${id}/details`, label: "Details" },
    { href: `/customers/${id}/keys`, label: "Keys" },
    { href: `/customers/${id}/activity`, label: "Activity" },
  ] as const;
  return (
    <nav aria-label="Customer">
      <ul className="flex flex-wrap gap-1 border-b">
        {links.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className="block min-h-control border-transparent border-b-2 px-3 py-2 hover:border-control aria-[current=page]:border-primary aria-[current=page]:font-medium aria-[current=page]:text-primary"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
