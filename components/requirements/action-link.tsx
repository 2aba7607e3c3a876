import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NewTabLink, TextLink } from "@/components/ui/text-link";

/** What to do about a requirement, here or in Plaid's Dashboard. */
export function ActionLink({
  label,
  href,
  about,
  tone = "primary",
}: {
  label: string;
  href: string;
  /** Whom it is about, where several stand below each other. */
  about?: string;
  /** On a tint, in the colour of the text around it. */
  tone?: "primary" | "inherit";
}) {
  const t = useTranslations("requirements.list");
  const hidden = (text: ReactNode) => <span className="sr-only">{text}</span>;
  const name = about ? t.rich("action", { label, about, hidden }) : label;
  if (href.startsWith("https:"))
    return (
      <NewTabLink href={href} tone={tone}>
        {name}
      </NewTabLink>
    );
  // The addresses of requirements are the portal's own.
  return (
    <TextLink href={href as Route} tone={tone}>
      {name}
    </TextLink>
  );
}
