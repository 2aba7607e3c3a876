import { type NextRequest, NextResponse } from "next/server";
import { isDevelopment, publicOrigin } from "@/lib/env";
import { contentSecurityPolicy, securityHeaders } from "@/lib/http/headers";
import { hidesOwnOrigin } from "@/lib/http/same-origin";
import { isTooLarge, tooLargeField, tooLargePage } from "@/lib/http/too-large";

/** Headers and sizes only: who may see or do something is decided where it is read or done. */
export function proxy(request: NextRequest): NextResponse {
  const requestId = crypto.randomUUID();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, { development: isDevelopment() });

  const response = answer(request, { requestId, nonce, policy });
  const { pathname } = request.nextUrl;
  for (const [name, value] of Object.entries(securityHeaders(publicOrigin(), pathname))) {
    response.headers.set(name, value);
  }
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Request-Id", requestId);
  return response;
}

type Made = { requestId: string; nonce: string; policy: string };

function answer(request: NextRequest, { requestId, nonce, policy }: Made): NextResponse {
  if (isTooLarge(request.headers)) {
    const field = tooLargeField(request.nextUrl, request.headers);
    if (field) return NextResponse.redirect(new URL(field, publicOrigin()), 303);
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    return new NextResponse(tooLargePage(nonce), { status: 413, headers });
  }

  // Set, never added to: what a client sends under these names must not reach a page.
  const headers = new Headers(request.headers);
  headers.delete("Content-Security-Policy-Report-Only");
  headers.set("Content-Security-Policy", policy);
  headers.set("X-Nonce", nonce);
  headers.set("X-Pathname", pathOf(request));
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
    "/((?!api/webhooks/|api/logos/|api/(?:onboardings|apply)/[^/]+/logo$|api/live$|_next/static/|icon.svg$).*)",
  ],
};
