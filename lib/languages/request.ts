import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { showsGallery } from "@/lib/env";
import { LANGUAGE_COOKIE, languageOfBrowser } from "./asked";
import { textsOf } from "./catalogues";
import { isLanguage, type Language } from "./model";
import { languageOfMail } from "./of-link";

/** How next-intl speaks to whoever asks: customers in their language, staff in English. */
export default getRequestConfig(async ({ locale }) => {
  const texts = textsOf((await isPseudo()) ? "pseudo" : (locale ?? (await spoken())));
  return { ...texts, timeZone: "UTC" };
});

/** Where there is a gallery, its readers may ask for text that shows what no catalogue has. */
export async function isPseudo(): Promise<boolean> {
  return showsGallery() && (await cookies()).get(LANGUAGE_COOKIE)?.value === "pseudo";
}

async function spoken(): Promise<Language> {
  const sent = await headers();
  const languageMailed = languageOfMail(sent.get("x-pathname") ?? "");
  if (!languageMailed) return "en";
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  if (isLanguage(chosen)) return chosen;
  // A page says in some language that the database is away.
  const invited = await languageMailed().catch(() => undefined);
  return invited ?? languageOfBrowser(sent);
}
