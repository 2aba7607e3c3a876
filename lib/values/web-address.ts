import "server-only";
import { domainToUnicode } from "node:url";
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
  { example, ask }: { example: string; ask?: string },
): Verdict {
  const bare = plain(typed);
  if (bare === "") return { value: bare, error: ask };

  const url = parseUrl(withScheme(bare));
  const error = url ? problemOf(url) : `Enter a web address such as ${example}`;
  if (!url || error) return { value: bare, error };

  const value = written(url);
  return value.length > LENGTH_MAX
    ? { value, error: "Enter a shorter web address, 2,048 characters or fewer" }
    : { value, warning: warningOf(url) };
}

function problemOf(url: URL): string | undefined {
  if (!/^https?:$/.test(url.protocol)) return "Start the web address with https://";
  if (url.username || url.password) return "Enter the web address without the part before the @";
  if (/^[\d.]+$|^\[/.test(url.hostname)) return "Enter a host name in place of the IP address";
  const host = hostOf(url);
  const labels = host.split(".");
  if (host.length > 253 || !labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label))) {
    return "Enter a host name of letters, digits, hyphens and dots, such as www.example.com";
  }
  if (labels.length === 1 || registrableDomain(host, "icann") === null) {
    return "Enter the whole host name, such as www.example.com";
  }
  return hasKnownEnding(host)
    ? undefined
    : `Check the end of the host name. No web address ends in .${labels.at(-1)}`;
}

function warningOf(url: URL): string | undefined {
  const host = hostOf(url);
  const shown = domainToUnicode(host);
  return joined(
    shown !== host
      ? `${shown} will be sent as ${host}. Check that no letter only looks like the one that is meant`
      : undefined,
    url.protocol === "http:" ? "This is http. Use https:// if the site has it" : undefined,
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
export function otherDomainWarning(address: string, website: string): string | undefined {
  const [here, there] = [address.split("@").at(-1) ?? "", website].map((typed) => {
    const url = parseUrl(withScheme(plain(typed)));
    return url && registrableDomain(url.hostname);
  });
  return here && there && here !== there
    ? `The website is at ${there}, this is at ${here}. Check that both are right`
    : undefined;
}
