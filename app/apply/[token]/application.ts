import type { Route } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { getApplication } from "@/lib/applicants/queries";
import { currentVisit } from "@/lib/applicants/session";

/** The application behind a link, read once per request; elsewhere than inside, the link's first page. */
export const readApplication = cache(async (token: string) => {
  const visit = await currentVisit(token);
  if (visit.at !== "inside") redirect(linkPath(token));
  const view = await getApplication(visit.actor);
  if (!view) redirect(linkPath(token));
  return { view, actor: visit.actor, link: visit.link };
});

export function linkPath(token: string): Route {
  return `/apply/${encodeURIComponent(token)}` as Route;
}

/** Where this person's logo lies, under its hash. */
export function logosOf(token: string): string {
  return `/api${linkPath(token)}/logos`;
}
