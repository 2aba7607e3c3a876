import type { Route } from "next";
import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";

export type SettingsRow = { term: string; value: ReactNode; href: Route; action: string };

/** Every part of the settings as it stands, and the way to its page. */
export function SettingsOverview({ rows }: { rows: SettingsRow[] }) {
  return (
    <SummaryList
      items={rows.map(({ term, value, href, action }) => ({
        term,
        value,
        action: (
          <TextLink href={href}>
            {action}
            <span className="sr-only"> {term}</span>
          </TextLink>
        ),
      }))}
    />
  );
}
