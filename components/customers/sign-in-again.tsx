"use client";

import { usePathname } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";

/** The way to a fresh sign-in, and from there back to this very page. */
export function SignInAgain({ label }: { label: string }) {
  const query = new URLSearchParams({ returnTo: usePathname() });
  return (
    <ButtonLink variant="secondary" href={`/sign-in/again?${query}`}>
      {label}
    </ButtonLink>
  );
}
