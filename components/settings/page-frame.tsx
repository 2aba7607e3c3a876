import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/frame/breadcrumb";

type Above = { label: string; href: Route };

/** A page of the settings, under what it is a part of. */
export function SettingsPage({
  title,
  above,
  children,
}: {
  title: string;
  above?: Above;
  children: ReactNode;
}) {
  const t = useTranslations("settings");
  const { label, href }: Above = above ?? { label: t("title"), href: "/admin/settings" };
  return (
    <div className="flex max-w-form flex-col gap-6">
      <Breadcrumb href={href}>{label}</Breadcrumb>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
