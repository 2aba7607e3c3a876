"use client";

import { usePathname } from "next/navigation";
import { LinkTabs } from "@/components/ui/link-tabs";

type Word = "label" | "overview" | "banks" | "details" | "keys" | "activity";

export function CustomerTabs({ id, words }: { id: string; words: Record<Word, string> }) {
  const pathname = usePathname();
  const home = `/customers/${id}`;
  const tabs = [
    { href: home, label: words.overview },
    { href: `${home}/banks`, label: words.banks },
    { href: `${home}/details`, label: words.details },
    { href: `${home}/keys`, label: words.keys },
    { href: `${home}/activity`, label: words.activity },
  ];
  return (
    <LinkTabs
      label={words.label}
      tabs={tabs.map((tab) => ({ ...tab, current: tab.href === pathname }))}
    />
  );
}
