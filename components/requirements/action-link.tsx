import type { Route } from "next";
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
  const name = (
    <>
      {label}
      {about && <span className="sr-only"> for {about}</span>}
    </>
  );
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
