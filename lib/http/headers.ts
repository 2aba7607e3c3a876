import "server-only";

const YEARS_2_SECONDS = 63_072_000;

/** Where browsers tell what a page was kept from, and the name of that place in the headers. */
export const CSP_REPORTS = "/api/csp-reports";
export const REPORTS = "csp";

/** Scripts run only with the nonce of their own request; nothing is loaded from or sent elsewhere. */
export function contentSecurityPolicy(nonce: string, { development }: { development: boolean }) {
  const directives = [
    "default-src 'none'",
    // React rebuilds server stacks with eval, and reloading needs a socket: only while developing.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    `report-uri ${CSP_REPORTS}`,
    `report-to ${REPORTS}`,
  ];
  return directives.join("; ");
}

/** Its address lets somebody in, or nearly: it is told to nobody. */
export function isLink(pathname: string): boolean {
  return /^\/((api\/)?apply|handover)(\/|$)/.test(pathname);
}

export function securityHeaders(origin: string, pathname: string): Record<string, string> {
  const overHttps = origin.startsWith("https:");
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": isLink(pathname) ? "no-referrer" : "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
    ...(isLink(pathname) && { "X-Robots-Tag": "noindex, nofollow" }),
    ...(overHttps && {
      "Strict-Transport-Security": `max-age=${YEARS_2_SECONDS}; includeSubDomains`,
    }),
  };
}
