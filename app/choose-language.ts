"use server";

import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { safeReturnTo } from "@/lib/auth/return-to";
import { publicOrigin } from "@/lib/env";
import { LANGUAGE_COOKIE } from "@/lib/languages/asked";
import { isLanguage } from "@/lib/languages/model";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** For every link that this browser opens, whatever language its mail was in. */
export async function chooseLanguageAction(form: FormData): Promise<void> {
  const language = String(form.get("language"));
  if (isLanguage(language)) {
    (await cookies()).set(LANGUAGE_COOKIE, language, {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure: publicOrigin().startsWith("https:"),
      maxAge: YEAR_SECONDS,
    });
  }
  const sent = await headers();
  // Where React asks, it makes the page anew around what was typed.
  if (!sent.has("next-action")) redirect(safeReturnTo(sent.get("x-pathname")) as Route);
}
