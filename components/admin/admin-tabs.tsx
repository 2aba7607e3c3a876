"use client";

import { usePathname } from "next/navigation";
import { LinkTabs } from "@/components/ui/link-tabs";

type Props = { label: string; areas: { href: string; label: string }[] };

export function AdminTabs({ label, areas }: Props) {
  const pathname = usePathname();
  const tabs = areas.map(({ href, label }) => ({
    href,
    label,
    current: pathname === href || pathname.startsWith(`${href}/`),
  }));
  return <LinkTabs label={label} tabs={tabs} />;
}
