import type { Route } from "next";
import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/frame/breadcrumb";

/** A page of the settings, under what it is a part of. */
export function SettingsPage({
  title,
  above = { label: "Settings", href: "/admin/settings" },
  children,
}: {
  title: string;
  above?: { label: string; href: Route };
  children: ReactNode;
}) {
  return (
    <div className="flex max-w-form flex-col gap-6">
      <Breadcrumb href={above.href}>{above.label}</Breadcrumb>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
