import "server-only";
import { domainToUnicode } from "node:url";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { parseUrl, withScheme } from "@/lib/web-addresses/model";
import { hasKnownEnding, registrableDomain } from "./public-suffix";
import { plain } from "./text";
import { joined, type Verdict } from "./verdict";

const LENGTH_MAX = 2048;

/**
 * An address of a site on the public web, as browsers write it: with its scheme, and a host name in
 * lower case and ASCII.
 *
 * @param example such as https://example.com/contact.
 * @param ask what to say when it is empty; without it, it may be.
 */
export function webAddress(
  typed: string,
  language: Spoken,
  { example, ask }: { example: string; ask?: string },
): Verdict {
  const { say } = wordsIn(language);
  const bare = plain(typed);
  if (bare === "") return { value: bare, error: ask };

  const url = parseUrl(withScheme(bare));
  const error = url ? problemOf(url, language) : say("webAddress.form", { example });
  if (!url || error) return { value: bare, error };

  const value = written(url);
  return value.length > LENGTH_MAX
    ? { value, error: say("webAddress.tooLong", { max: LENGTH_MAX }) }
    : { value, warning: warningOf(url, language) };
}

function problemOf(url: URL, language: Spoken): string | undefined {
  const { say } = wordsIn(language);
  if (!/^https?:$/.test(url.protocol)) return say("webAddress.scheme");
  if (url.username || url.password) return say("webAddress.userName");
  if (/^[\d.]+$|^\[/.test(url.hostname)) return say("webAddress.ipAddress");
  const host = hostOf(url);
  const labels = host.split(".");
  if (host.length > 253 || !labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label))) {
    return say("webAddress.characters");
  }
  if (labels.length === 1 || registrableDomain(host, "icann") === null) {
    return say("webAddress.whole");
  }
  return hasKnownEnding(host)
    ? undefined
    : say("webAddress.ending", { ending: host.slice(host.lastIndexOf(".") + 1) });
}

function warningOf(url: URL, language: Spoken): string | undefined {
  const { say } = wordsIn(language);
  const host = hostOf(url);
  const shown = domainToUnicode(host);
  return joined(
    shown !== host ? say("webAddress.otherLetters", { shown, sent: host }) : undefined,
    url.protocol === "http:" ? say("webAddress.http") : undefined,
  );
}

function written(url: URL): string {
  const rest = `${url.pathname}${url.search}${url.hash}`;
  const port = url.port && `:${url.port}`;
  return `${url.protocol}//${hostOf(url)}${port}${rest === "/" ? "" : rest}`;
}

function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, "");
}

/** Says so when an email or web address of a company is at another domain than its website. */
export function otherDomainWarning(
  address: string,
  language: Spoken,
  website: string,
): string | undefined {
  const [here, there] = [address.split("@").at(-1) ?? "", website].map((typed) => {
    const url = parseUrl(withScheme(plain(typed)));
    return url && registrableDomain(url.hostname);
  });
  return here && there && here !== there
    ? wordsIn(language).say("webAddress.otherDomain", { website: there, domain: here })
    : undefined;
}
