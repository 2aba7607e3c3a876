import { type NextRequest, NextResponse } from "next/server";
import { isDevelopment, publicOrigin } from "@/lib/env";
import { CSP_REPORTS, contentSecurityPolicy, REPORTS, securityHeaders } from "@/lib/http/headers";
import { type Refusal, refusalPage } from "@/lib/http/refusal-page";
import { comesFromElsewhere, hidesOwnOrigin } from "@/lib/http/same-origin";
import { hidesSize, isTooLarge, tooLargeField } from "@/lib/http/too-large";
import { LANGUAGE_COOKIE, languageAsked } from "@/lib/languages/asked";

/** Headers and sizes only: who may see or do something is decided where it is read or done. */
export function proxy(request: NextRequest): NextResponse {
  const requestId = numberOf(request);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, { development: isDevelopment() });

  const response = answer(request, { requestId, nonce, policy });
  const { pathname } = request.nextUrl;
  for (const [name, value] of Object.entries(securityHeaders(publicOrigin(), pathname))) {
    response.headers.set(name, value);
  }
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Reporting-Endpoints", `${REPORTS}="${CSP_REPORTS}"`);
  response.headers.set("X-Request-Id", requestId);
  return response;
}

/** `scripts/serve.mjs` has numbered the request; under `next dev` nobody has. */
function numberOf({ headers }: NextRequest): string {
  const given = headers.get("x-request-id") ?? "";
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given) ? given : crypto.randomUUID();
}

type Made = { requestId: string; nonce: string; policy: string };

function answer(request: NextRequest, { requestId, nonce, policy }: Made): NextResponse {
  const refuse = (status: number, why: Refusal) => {
    const language = languageAsked(request, request.cookies.get(LANGUAGE_COOKIE)?.value);
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    return new NextResponse(refusalPage(why, language, nonce), { status, headers });
  };
  if (comesFromElsewhere(request)) return refuse(403, "elsewhere");
  if (hidesSize(request.headers)) return refuse(411, "noSize");
  if (isTooLarge(request.headers)) {
    const field = tooLargeField(request.nextUrl, request.headers);
    if (field) return NextResponse.redirect(new URL(field, publicOrigin()), 303);
    return refuse(413, "tooLarge");
  }

  // Set, never added to: what a client sends under these names must not reach a page.
  const headers = new Headers(request.headers);
  headers.delete("Content-Security-Policy-Report-Only");
  headers.set("Content-Security-Policy", policy);
  headers.set("X-Nonce", nonce);
  headers.set("X-Pathname", pathOf(request));
  headers.set("X-Method", request.method);
  headers.set("X-Request-Id", requestId);
  if (hidesOwnOrigin(request.nextUrl.pathname, headers)) headers.set("Origin", publicOrigin());
  return NextResponse.next({ request: { headers } });
}

function pathOf({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.search);
  query.delete("_rsc");
  return query.size > 0 ? `${nextUrl.pathname}?${query}` : nextUrl.pathname;
}

export const config = {
  // Webhooks, logos and live events set their own headers and are limited by themselves.
  matcher: [
    "/((?!api/webhooks/|api/logos/|api/(?:onboardings|apply)/[^/]+/logo$|api/live$|_next/static/|(?:apple-icon.png|favicon.ico|icon.svg)$).*)",
  ],
};
