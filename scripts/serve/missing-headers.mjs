// What every answer says, whoever makes it: `proxy.ts` and routes say more, and say it first.
import process from "node:process";

const YEARS_2_SECONDS = 63_072_000;
const overHttps = (process.env.AUTH_URL ?? "").startsWith("https:");

const headers = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cache-Control": "no-store",
  ...(overHttps && {
    "Strict-Transport-Security": `max-age=${YEARS_2_SECONDS}; includeSubDomains`,
  }),
};

/** Added when the answer begins, so that what was set on the way stands. */
export function setMissingHeaders(response, requestId) {
  const writeHead = response.writeHead;
  response.setHeader("X-Request-Id", requestId);
  response.writeHead = function (...given) {
    for (const [name, value] of Object.entries(headers)) {
      if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    return writeHead.apply(this, given);
  };
}
