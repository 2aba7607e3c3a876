"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";

/** The way to a fresh second factor, and from there back to this very page. */
export function SignInAgain({ label }: { label: string }) {
  const [path, query] = [usePathname(), useSearchParams().toString()];
  const returnTo = query ? `${path}?${query}` : path;
  return (
    <ButtonLink variant="secondary" href={`/sign-in/again?${new URLSearchParams({ returnTo })}`}>
      {label}
    </ButtonLink>
  );
}
