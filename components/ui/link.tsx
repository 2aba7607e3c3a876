"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ComponentProps, type MouseEvent, startTransition } from "react";

export type LinkProps<R extends string> = Omit<ComponentProps<"a">, "href"> & { href: Route<R> };

/**
 * Another page of the portal, in place of this one. `next/link` weighs ten times as much, nearly all
 * of it for loading pages ahead, and none is: each is made for the person who asks for it.
 */
export function Link<R extends string>({ href, onClick, ...link }: LinkProps<R>) {
  const router = useRouter();

  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (event.defaultPrevented || wantsMore(event)) return;
    event.preventDefault();
    startTransition(() => router.push(href));
  }

  return <a {...link} href={href} onClick={follow} />;
}

/** Another tab, another window, a file: for the browser to do. */
function wantsMore(event: MouseEvent<HTMLAnchorElement>): boolean {
  const { target } = event.currentTarget;
  return (
    (target !== "" && target !== "_self") ||
    event.currentTarget.hasAttribute("download") ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  );
}
