import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import type { Verdict } from "./verdict";

/** Soft hyphens, zero-width spaces and marks of direction: nobody types them, and they make equal names differ. */
const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
/** Joiners belong into Persian, Indic and emoji; beside ASCII or at an end they are stray. */
const strayJoiners = /(?<=^|\p{ASCII})[\u200c\u200d]+|[\u200c\u200d]+(?=\p{ASCII}|$)/gu;
const unprintable = /\p{Cc}|\p{Cs}/u;

/** One line of text as it is kept and compared: what differs only invisibly becomes equal. */
export function tidy(typed: string): string {
  return typed
    .normalize("NFC")
    .replaceAll(invisible, "")
    .replaceAll(/[\u2018-\u201b]/gu, "'")
    .replaceAll(/[\u201c-\u201f]/gu, '"')
    .replaceAll(/[\uff10-\uff19]/gu, halfWidth)
    .replaceAll(/\s+/gu, " ")
    .replaceAll(strayJoiners, "")
    .normalize("NFC")
    .replaceAll(/ +/gu, " ")
    .trim();
}

/** Tidied text that is read by machines: without full-width forms, and out of the quotes it was pasted in. */
export function plain(typed: string): string {
  const value = tidy(typed.replaceAll(/[\uff01-\uff5e]/gu, halfWidth));
  const bare = value.replace(/^["'<\s]+/u, "");
  return bare === value ? value : bare.replace(/["'>\s]+$/u, "");
}

/** Full-width forms stand in the order of ASCII. */
function halfWidth(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}

/**
 * Any line of text, in any script.
 *
 * @param named what it is, as a sentence about it begins.
 * @param ask what to say when it is empty; without it, it may be.
 */
export function text(
  typed: string,
  language: Spoken,
  { named, ask, lengthMax = 200 }: { named: string; ask?: string; lengthMax?: number },
): Verdict {
  const { say } = wordsIn(language);
  const value = tidy(typed);
  if (value === "") return { value, error: ask };
  if (value.length > lengthMax) {
    return { value, error: say("text.tooLong", { named, max: lengthMax }) };
  }
  if (unprintable.test(value)) {
    return { value, error: say("text.unprintable", { named }) };
  }
  return { value };
}
