import "server-only";
import { plainPage } from "./plain-page";

/** A CSV file of 5 MB, or a logo of just under 4 MB, with the other fields of its form around it. */
const FORM_BYTES_MAX = 5_200_000;
const OTHER_BYTES_MAX = 100_000;

/** Decided by the announced length, before anything is read. */
export function isTooLarge(headers: Headers): boolean {
  const bytes = Number(headers.get("content-length") ?? 0);
  const isForm = /^multipart\/form-data\b/i.test(headers.get("content-type") ?? "");
  return !(bytes <= (isForm ? FORM_BYTES_MAX : OTHER_BYTES_MAX));
}

/**
 * Browsers always say how much they send; what does not could go on for ever. Next itself passes an
 * action on to the page that has it, in chunks, and reads no more of it than it may.
 */
export function hidesSize(headers: Headers): boolean {
  if (headers.has("x-action-forwarded")) return false;
  return headers.has("transfer-encoding") && !headers.has("content-length");
}

export function noSizePage(nonce: string): string {
  return plainPage(nonce, "The size is missing", [
    "What was sent did not say how large it is, so nothing of it was read or saved. Send it with a Content-Length.",
  ]);
}

const withFile = /^\/((onboardings|apply)\/[^/]+\/logo|customers\/import)$/;

/** A page that can say it beside its own field: there, and the bytes that were announced. */
export function tooLargeField(url: URL, headers: Headers): string | undefined {
  // A script that posts reads the status itself.
  if (!withFile.test(url.pathname) || headers.has("next-action")) return undefined;
  const query = new URLSearchParams(url.search);
  query.set("tooLarge", headers.get("content-length") ?? "");
  return `${url.pathname}?${query}`;
}

export function tooLargePage(nonce: string): string {
  return plainPage(nonce, "Too large", [
    "A form may have 5 MB with its file, and a logo must be smaller than 4 MB. What was sent is more than that, so nothing of it was saved.",
    "Go back with your browser and choose a smaller file. What you saved before is still there.",
  ]);
}
