import "server-only";
import { publicOrigin } from "@/lib/env";
import en from "@/lib/languages/messages/en/instead.json";
import es from "@/lib/languages/messages/es/instead.json";
import fr from "@/lib/languages/messages/fr/instead.json";
import type { Language } from "@/lib/languages/model";
import { plainPage } from "./plain-page";

export type Refusal = "elsewhere" | "noSize" | "tooLarge";

// Of all the texts these alone: the proxy answers every request.
const texts: Record<Language, typeof en> = { en, es, fr };

/** Why a request got no further than to the proxy. */
export function refusalPage(why: Refusal, language: Language, nonce: string): string {
  const { elsewhere, noSize, tooLarge } = texts[language];
  const paragraphs: Record<Refusal, string[]> = {
    elsewhere: [elsewhere.about, `${elsewhere.next} ${publicOrigin()}`],
    noSize: [noSize.about],
    tooLarge: [tooLarge.about, tooLarge.next],
  };
  return plainPage(nonce, texts[language][why].title, paragraphs[why], language);
}
