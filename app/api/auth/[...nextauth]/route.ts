import { type NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { authOptions, sessionCookie } from "@/lib/auth/options";
import { safeReturnTo } from "@/lib/auth/return-to";
import { requestOrigin } from "@/lib/auth/session";
import { endSession } from "@/lib/auth/sessions";
import { publicOrigin } from "@/lib/env";
import { plainPage } from "@/lib/http/plain-page";
import { type TooMany, waitOf } from "@/lib/rate-limits/model";
import { giveBackLinkTry, takeLinkTry } from "@/lib/rate-limits/take-link";

type Context = RouteContext<"/api/auth/[...nextauth]">;

/** A link from an old mail or another tool: to the page with the button, without touching the token. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  if (!(await isMailedLink(context))) return notFound();
  const { token, email, callbackUrl } = Object.fromEntries(request.nextUrl.searchParams);
  const page = new URL("/sign-in/confirm", publicOrigin());
  if (token) page.searchParams.set("token", token);
  if (email) page.searchParams.set("email", email);
  if (callbackUrl) page.searchParams.set("returnTo", safeReturnTo(callbackUrl));
  return NextResponse.redirect(page, 303);
}

/** Redeems a mailed link. Of next-auth's own addresses this is the only one that is used. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!(await isMailedLink(context))) return notFound();
  if (isForeign(request))
    return new Response("Sign in from the portal's own page", { status: 403 });

  const origin = await requestOrigin();
  const email = request.nextUrl.searchParams.get("email") ?? "";
  const taken = await takeLinkTry(origin, email);
  if (!taken.ok) return tooManyTries(request, taken.error);
  const answer: Response = await NextAuth(request, context, authOptions(origin));
  const target = whereTo(answer.headers.get("location"));
  const response = NextResponse.redirect(new URL(target, publicOrigin()), 303);

  const { name } = sessionCookie();
  const signedIn = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  if (!signedIn) return response;
  await giveBackLinkTry(origin, email);
  response.headers.append("set-cookie", signedIn);
  // The session this browser had before would otherwise stay open with nobody holding its cookie.
  const replaced = request.cookies.get(name)?.value;
  if (replaced) await endSession(replaced, origin);
  return response;
}

async function isMailedLink({ params }: Context): Promise<boolean> {
  const { nextauth } = await params;
  return nextauth.join("/") === "callback/email";
}

function tooManyTries({ headers }: NextRequest, { retryAfterS }: TooMany): Response {
  const page = plainPage(headers.get("x-nonce") ?? "", "Too many tries", [
    `Links that do not work were tried too often. Wait ${waitOf({ retryAfterS })}, then ask for a new link on the sign-in page.`,
  ]);
  return new Response(page, {
    status: 429,
    headers: { "content-type": "text/html; charset=utf-8", "retry-after": String(retryAfterS) },
  });
}

function notFound(): Response {
  return new Response("Not found", { status: 404 });
}

/**
 * Keeps another site from signing a visitor in as somebody else. Browsers always say where a POST
 * comes from; what says nothing is no browser and carries nobody's cookies.
 */
function isForeign({ headers }: NextRequest): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origin !== publicOrigin();
  const site = headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin";
}

/** next-auth tells failures apart; people are told one thing, whether a link is unknown, used or old. */
function whereTo(location: string | null): string {
  if (location === null) return "/sign-in?error=service";
  const { pathname, searchParams } = new URL(location, publicOrigin());
  if (!pathname.startsWith("/api/auth/")) return safeReturnTo(location);
  const failed = searchParams.get("error");
  return failed === "Verification" || failed === "AccessDenied" || failed === "configuration"
    ? "/sign-in?error=link"
    : "/sign-in?error=service";
}
