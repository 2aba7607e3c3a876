import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { asciiHost } from "@/lib/web-addresses/model";
import { hasKnownEnding } from "./public-suffix";
import { plain } from "./text";
import { joined, type Verdict } from "./verdict";

/** RFC 5321, of the whole address. */
const LENGTH_MAX = 254;

const popular = ["gmail.com", "hotmail.com", "icloud.com", "outlook.com", "proton.me", "yahoo.com"];
/** Nearly one of these, and real. */
const neighbours = new Set(["email.com", "mail.com", "ymail.com"]);
const disposable = new Set([
  "10minutemail.com",
  "guerrillamail.com",
  "mailinator.com",
  "sharklasers.com",
  "temp-mail.org",
  "trashmail.com",
  "yopmail.com",
]);
const roles =
  /^(admin|billing|contact|hello|help|info|mail|no-?reply|office|sales|service|support|team|webmaster)@/;

/**
 * One address, its domain in lower case and ASCII; the part before the @ is nobody's to change.
 *
 * @param ask what to say when it is empty.
 */
export function email(typed: string, language: Spoken, ask: string): Verdict {
  const { say } = wordsIn(language);
  const bare = plain(typed).replace(/^mailto:/i, "");
  if (bare === "") return { value: bare, error: ask };

  const at = bare.lastIndexOf("@");
  const local = bare.slice(0, at);
  const domain = asciiHost(bare.slice(at + 1));
  if (at < 1 || !domain || !isLocal(local) || !isDomain(domain)) {
    return { value: bare, error: say("email.advice") };
  }
  const value = `${local}@${domain}`;
  return value.length > LENGTH_MAX
    ? { value, error: say("email.tooLong", { max: LENGTH_MAX }) }
    : { value, warning: warningOf(local, domain, language) };
}

/** Says so when mail to a person would reach whoever reads a shared mailbox. */
export function roleAddressWarning(address: string, language: Spoken): string | undefined {
  return roles.test(address.toLowerCase()) ? wordsIn(language).say("email.shared") : undefined;
}

function isLocal(local: string): boolean {
  return (
    local.length <= 64 &&
    /^[^\s@.,:;<>()[\]\\"]+(\.[^\s@.,:;<>()[\]\\"]+)*$/u.test(local) &&
    !/\p{Cc}|\p{Cs}/u.test(local)
  );
}

function isDomain(domain: string): boolean {
  return /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain);
}

function warningOf(local: string, domain: string, language: Spoken): string | undefined {
  const { say } = wordsIn(language);
  const meant = neighbours.has(domain)
    ? undefined
    : popular.find((known) => isNearly(domain, known));
  return joined(
    meant ? say("email.nearly", { known: meant }) : undefined,
    !meant && !hasKnownEnding(domain)
      ? say("email.ending", { ending: domain.slice(domain.lastIndexOf(".") + 1) })
      : undefined,
    disposable.has(domain) ? say("email.disposable") : undefined,
    /\P{ASCII}/u.test(local) ? say("email.letters") : undefined,
  );
}

/** One letter more, less, other, or two swapped. */
function isNearly(typed: string, known: string): boolean {
  if (typed === known || Math.abs(typed.length - known.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === known[start]) start++;
  const [left, right] = [typed.slice(start), known.slice(start)];
  return (
    left.slice(1) === right ||
    left === right.slice(1) ||
    left.slice(1) === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}
