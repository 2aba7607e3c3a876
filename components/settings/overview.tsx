import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";

export type SettingsRow = {
  term: string;
  value: ReactNode;
  href: Route;
  action: "test" | "setUp" | "change";
};

/** Every part of the settings as it stands, and the way to its page. */
export function SettingsOverview({ rows }: { rows: SettingsRow[] }) {
  const t = useTranslations("settings.overview.actions");
  return (
    <SummaryList
      items={rows.map(({ term, value, href, action }) => ({
        term,
        value,
        action: (
          <TextLink href={href}>
            {t.rich(action, { term, hidden: (text) => <span className="sr-only">{text}</span> })}
          </TextLink>
        ),
      }))}
    />
  );
}
