"use client";

import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { useHydrated } from "@/components/ui/use-hydrated";
import { shortcuts } from "./keys";

/** For people who read one review after another. The frame listens for the keys. */
export function Shortcuts() {
  const t = useTranslations("review.keys");
  if (!useHydrated()) return null;
  return (
    <p className="mt-8 text-muted text-sm print:hidden">
      {t.rich("about", {
        ...shortcuts,
        link: (chunks) => <TextLink href="/keyboard">{chunks}</TextLink>,
      })}
    </p>
  );
}
