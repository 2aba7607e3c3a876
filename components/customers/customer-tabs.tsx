"use client";

import { usePathname } from "next/navigation";
import { LinkTabs } from "@/components/ui/link-tabs";

export function CustomerTabs({ id }: { id: string }) {
  const pathname = usePathname();
  const home = `/customers/${id}`;
  const tabs = [
    { href: home, label: "Overview" },
    { href: `${home}/banks`, label: "Banks" },
    { href: `${home}/details`, label: "Details" },
    { href: `${home}/keys`, label: "Keys" },
    { href: `${home}/activity`, label: "Activity" },
  ];
  return (
    <LinkTabs
      label="Customer"
      tabs={tabs.map((tab) => ({ ...tab, current: tab.href === pathname }))}
    />
  );
}
