import "server-only";
import { text } from "./text";
import { joined, type Verdict } from "./verdict";

/** Plaid's reference of `client_name`: Link puts "This Application" in place of a longer one. */
const LINK_LENGTH_MAX = 30;

export function applicationName(typed: string): Verdict {
  const verdict = text(typed, {
    label: "Application name",
    ask: "Enter the application name",
    lengthMax: 100,
  });
  return verdict.error ? verdict : { ...verdict, warning: warningOf(verdict.value) };
}

function warningOf(name: string): string | undefined {
  const length = [...name].length;
  const word = /\b(banks?|banking|plaid)\b/iu.exec(name)?.[0];
  return joined(
    length > LINK_LENGTH_MAX
      ? `Link shows “This Application” in place of a name over ${LINK_LENGTH_MAX} characters. This one has ${length}`
      : undefined,
    /\p{Emoji_Presentation}|\ufe0f/u.test(name) ? "Banks may refuse a name with emoji" : undefined,
    word ? `Banks may question the word “${word}” in a name` : undefined,
  );
}
