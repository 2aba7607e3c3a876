import type { Route } from "next";
import type { ReactNode } from "react";
import { ArrowLeft } from "@/components/ui/icons";
import { TextLink } from "@/components/ui/text-link";

/** A page of the settings, with the way back. */
export function SettingsPage({
  title,
  back = "/admin/settings",
  children,
}: {
  title: string;
  back?: Route;
  children: ReactNode;
}) {
  return (
    <div className="flex max-w-form flex-col gap-6">
      <TextLink href={back} className="self-start print:hidden">
        <ArrowLeft className="mr-1 inline" />
        Back
      </TextLink>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
