import type { Route } from "next";
import { Link } from "./link";

export type LinkTab = { href: string; label: string; count?: string; current: boolean };

const look = [
  "block min-h-control rounded-control px-3 py-2 hover:bg-neutral-tint",
  "aria-[current=page]:bg-neutral-tint aria-[current=page]:font-medium aria-[current=page]:text-primary",
  "sm:rounded-b-none sm:pb-2.5 sm:aria-[current=page]:border-primary sm:aria-[current=page]:border-b-2",
  "sm:aria-[current=page]:pb-2 sm:aria-[current=page]:bg-transparent",
].join(" ");

/** Each tab is a page of its own, so this is navigation, not a tab list. */
export function LinkTabs({ label, tabs }: { label: string; tabs: LinkTab[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1 border-b pb-2 sm:pb-0">
        {tabs.map((tab) => (
          <li key={tab.label} className="sm:-mb-px">
            <Link
              // Every address is made by this portal; the type is lost in the list.
              href={tab.href as Route}
              aria-current={tab.current ? "page" : undefined}
              className={look}
            >
              {tab.label}
              {tab.count && <span className="text-muted"> {tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
