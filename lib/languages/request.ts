import "server-only";
import Negotiator from "negotiator";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { showsGallery } from "@/lib/env";
import { textsOf } from "./catalogues";
import { isLanguage, type Language, languages } from "./model";
import { languageOfMail } from "./of-link";

/** Holds what a customer chose on the page itself. */
export const LANGUAGE_COOKIE = "vestibule.language";

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
  return invited ?? ofBrowser(sent.get("accept-language"));
}

function ofBrowser(accepted: string | null): Language {
  const asked = new Negotiator({ headers: { "accept-language": accepted ?? "" } });
  const language = asked.language([...languages]);
  return isLanguage(language) ? language : "en";
}
