import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { text } from "./text";
import { joined, type Verdict } from "./verdict";

/** Plaid's reference of `client_name`: Link puts "This Application" in place of a longer one. */
const LINK_LENGTH_MAX = 30;

export function applicationName(typed: string, language: Spoken): Verdict {
  const { say } = wordsIn(language);
  const verdict = text(typed, language, {
    named: say("named.applicationName"),
    ask: say("ask.applicationName"),
    lengthMax: 100,
  });
  return verdict.error ? verdict : { ...verdict, warning: warningOf(verdict.value, language) };
}

function warningOf(name: string, language: Spoken): string | undefined {
  const { say } = wordsIn(language);
  const length = [...name].length;
  const word = /\b(banks?|banking|plaid)\b/iu.exec(name)?.[0];
  return joined(
    length > LINK_LENGTH_MAX
      ? say("applicationName.hidden", { max: LINK_LENGTH_MAX, length })
      : undefined,
    /\p{Emoji_Presentation}|\ufe0f/u.test(name) ? say("applicationName.emoji") : undefined,
    word ? say("applicationName.word", { word }) : undefined,
  );
}
