import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";

/** Narrows a log. A plain form: the address says it all. */
export function FilterForm({
  path,
  narrowed,
  children,
}: {
  path: Route;
  /** Whether there is something to clear. */
  narrowed: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("settings.filter");
  return (
    <form
      action={path}
      aria-label={t("label")}
      className="grid grid-cols-[repeat(auto-fill,minmax(min(11rem,100%),1fr))] items-end gap-3"
    >
      {children}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="secondary">{t("filter")}</Button>
        {narrowed && <TextLink href={path}>{t("clear")}</TextLink>}
      </div>
    </form>
  );
}
