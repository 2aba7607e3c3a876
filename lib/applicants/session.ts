import "server-only";
import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { ApplicantActor } from "@/lib/auth/model";
import { requestOrigin } from "@/lib/auth/session";
import { publicOrigin } from "@/lib/env";
import { tokenHash } from "@/lib/invitations/link";
import { isPseudo } from "@/lib/languages/request";
import { countWrite } from "@/lib/rate-limits/count-write";
import { fail, ok, type Result } from "@/lib/result";
import { type Presented, readVisit, type Visit } from "./visits";

/** As long as the longest link. The session under it is much shorter, and the database ends it. */
const COOKIE_SECONDS = 90 * 24 * 60 * 60;

/** Where this browser stands with a link, read once per request. Who is inside chose the language. */
export const currentVisit = cache(async (token: string): Promise<Visit> => {
  const visit = await readVisit(await presented(token), await requestOrigin());
  if (visit.at !== "inside") return visit;
  const language = (await isPseudo()) ? "pseudo" : await getLocale();
  return { ...visit, actor: { ...visit.actor, language } };
});

/** Whoever uses this browser for this link, or why they are not let in. */
export async function currentApplicant(
  token: string,
): Promise<Result<ApplicantActor, { code: Exclude<Visit["at"], "inside"> }>> {
  const visit = await currentVisit(token);
  if (visit.at !== "inside") return fail({ code: visit.at });
  await countWrite(visit.actor.invitationId, await headers());
  return ok(visit.actor);
}

/** The link's token with what this browser keeps for it. */
export async function presented(token: string): Promise<Presented> {
  return { token, cookie: (await cookies()).get(cookieOf(token).name)?.value ?? "" };
}

export async function keepCookie(token: string, value: string): Promise<void> {
  const { name, secure } = cookieOf(token);
  (await cookies()).set(name, value, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: COOKIE_SECONDS,
  });
}

/** One for each link, under a name that does not tell which. `__Host-` needs https. */
function cookieOf(token: string): { name: string; secure: boolean } {
  const secure = publicOrigin().startsWith("https:");
  const link = tokenHash(token).slice(0, 16);
  return { name: `${secure ? "__Host-" : ""}vestibule.apply.${link}`, secure };
}
