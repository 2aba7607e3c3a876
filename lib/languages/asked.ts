import "server-only";
import Negotiator from "negotiator";
import { isLanguage, type Language, languages } from "./model";

/** Holds what a customer chose on the page itself. */
export const LANGUAGE_COOKIE = "vestibule.language";

/** Addresses that mails lead customers to, and what their pages call: which kind, and the token. */
export const ofCustomers = /^(?:\/api)?\/(apply|handover|unsubscribe)\/([^/?]+)/;

export function languageOfBrowser(headers: Headers): Language {
  const accepted = headers.get("accept-language") ?? "";
  const asked = new Negotiator({ headers: { "accept-language": accepted } });
  const language = asked.language([...languages]);
  return isLanguage(language) ? language : "en";
}

/** What is known of a customer's language before its invitation is read; staff are answered in English. */
export function languageAsked({ url, headers }: Request, chosen: string | undefined): Language {
  if (!ofCustomers.test(new URL(url).pathname)) return "en";
  return isLanguage(chosen) ? chosen : languageOfBrowser(headers);
}
