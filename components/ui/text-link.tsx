import type { ComponentProps } from "react";
import { partWords } from "@/lib/parts/model";
import { Link, type LinkProps } from "./link";

const look = "inline-block min-h-target min-w-0 underline underline-offset-4 hover:decoration-2";

const tones = {
  primary: "text-primary",
  /** On a tint, in the colour of the text around it. */
  inherit: "",
};

type Look = { tone?: keyof typeof tones };

export function TextLink<R extends string>({
  tone = "primary",
  className = "",
  href,
  ...link
}: LinkProps<R> & Look) {
  return <Link<R> {...link} href={href} className={`${look} ${tones[tone]} ${className}`} />;
}

/** Loads the page anew: only then does the fragment of an address move the focus to its field. */
export function PageLink({
  tone = "primary",
  className = "",
  ...link
}: ComponentProps<"a"> & Look) {
  return <a {...link} className={`${look} ${tones[tone]} ${className}`} />;
}

/** Another site, or this one without losing the page: the words say that it is a new tab. */
export function NewTabLink({
  children,
  note = partWords.newTab,
  ...link
}: ComponentProps<"a"> & Look & { note?: string }) {
  return (
    <PageLink {...link} target="_blank" rel="noopener noreferrer">
      {children} <span className="whitespace-nowrap">{note}</span>
    </PageLink>
  );
}
