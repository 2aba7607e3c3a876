import "server-only";

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

const withFile = /^\/((onboardings|apply)\/[^/]+\/logo|customers\/import)$/;

/** A page that can say it beside its own field: there, and the bytes that were announced. */
export function tooLargeField(url: URL, headers: Headers): string | undefined {
  // A script that posts reads the status itself.
  if (!withFile.test(url.pathname) || headers.has("next-action")) return undefined;
  const query = new URLSearchParams(url.search);
  query.set("tooLarge", headers.get("content-length") ?? "");
  return `${url.pathname}?${query}`;
}
