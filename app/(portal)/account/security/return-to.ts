import type { Route } from "next";
import { safeReturnTo } from "@/lib/auth/return-to";

type Given = string | string[] | undefined;

/** Where somebody was going who was asked to set up a second factor first; empty for nowhere. */
export function goingTo(returnTo: Given): string {
  const path = safeReturnTo(returnTo);
  return path === "/" ? "" : path;
}

/** A step of setting up, which remembers where its person was going. */
export function stepTo(path: `/account/security${string}`, going: string): Route {
  const query = going ? `?${new URLSearchParams({ returnTo: going })}` : "";
  return `${path}${query}` as Route;
}

/** To prove who one is, and then back to a step. */
export function againFor(step: Route): Route {
  return `/sign-in/again?${new URLSearchParams({ returnTo: step })}` as Route;
}
