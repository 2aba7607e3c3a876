import { type NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { getTranslations } from "next-intl/server";
import { SINGLE_SIGN_ON } from "@/lib/auth/identity-provider";
import type { Origin } from "@/lib/auth/model";
import { authOptions, sessionCookie } from "@/lib/auth/options";
import { safeReturnTo } from "@/lib/auth/return-to";
import { requestOrigin } from "@/lib/auth/session";
import { endSession } from "@/lib/auth/sessions";
import { beginSingleSignOn, finishSingleSignOn } from "@/lib/auth/single-sign-on";
import { identityProvider, publicOrigin } from "@/lib/env";
import { plainPage } from "@/lib/http/plain-page";
import { type TooMany, waitOf } from "@/lib/rate-limits/model";
import { giveBackLinkTry, takeLinkTry } from "@/lib/rate-limits/take-link";

type Context = RouteContext<"/api/auth/[...nextauth]">;

/** Of next-auth's own addresses these are all that are used: mailed links, and single sign-on. */
const MAILED_LINK = "callback/email";
const TO_PROVIDER = `signin/${SINGLE_SIGN_ON}`;
const FROM_PROVIDER = `callback/${SINGLE_SIGN_ON}`;

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  switch (await wanted(context)) {
    case MAILED_LINK:
      return toConfirmation(request);
    case FROM_PROVIDER:
      return await fromProvider(request);
    default:
      return await notFound();
  }
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const action = await wanted(context);
  if (action !== MAILED_LINK && action !== TO_PROVIDER) return await notFound();
  if (isForeign(request)) {
    const t = await getTranslations("auth.answers");
    return new Response(t("foreign"), { status: 403 });
  }
  return action === MAILED_LINK ? await redeemLink(request, context) : await toProvider(request);
}

/** A link from an old mail or another tool: to the page with the button, without touching the token. */
function toConfirmation(request: NextRequest): Response {
  const { token, email, callbackUrl } = Object.fromEntries(request.nextUrl.searchParams);
  const page = new URL("/sign-in/confirm", publicOrigin());
  if (token) page.searchParams.set("token", token);
  if (email) page.searchParams.set("email", email);
  if (callbackUrl) page.searchParams.set("returnTo", safeReturnTo(callbackUrl));
  return NextResponse.redirect(page, 303);
}

async function redeemLink(request: NextRequest, context: Context): Promise<Response> {
  const origin = await requestOrigin();
  const email = request.nextUrl.searchParams.get("email") ?? "";
  const taken = await takeLinkTry(origin, email);
  if (!taken.ok) return await tooManyTries(request, taken.error);
  const answer: Response = await NextAuth(request, context, authOptions(origin));
  const target = whereTo(answer.headers.get("location"));
  const response = NextResponse.redirect(new URL(target, publicOrigin()), 303);
  const { name } = sessionCookie();
  const signedIn = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  if (!signedIn) return response;
  await giveBackLinkTry(origin, email);
  await signIn(request, response, [signedIn], origin);
  return response;
}

/**
 * Not a redirect: the browser applies `form-action` to where a form's answer redirects to, and
 * where a provider leads on to is not ours to list.
 */
async function toProvider(request: NextRequest): Promise<Response> {
  if (!identityProvider()) return await notFound();
  const returnTo = request.nextUrl.searchParams.get("returnTo") ?? "";
  const { location, setCookies } = await beginSingleSignOn(await requestOrigin(), returnTo);
  const target = new URL(location, publicOrigin()).href;
  const response = new Response(await leadingTo(target), {
    headers: { "Content-Type": "text/html; charset=utf-8", Refresh: `0; url=${target}` },
  });
  for (const cookie of setCookies) response.headers.append("Set-Cookie", cookie);
  return response;
}

async function fromProvider(request: NextRequest): Promise<Response> {
  if (!identityProvider()) return await notFound();
  const origin = await requestOrigin();
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const cookies = Object.fromEntries(
    request.cookies.getAll().map(({ name, value }) => [name, value]),
  );
  const { location, setCookies } = await finishSingleSignOn(origin, query, cookies);
  const response = NextResponse.redirect(new URL(location, publicOrigin()), 303);
  await signIn(request, response, setCookies, origin);
  return response;
}

/** Hands over the cookies. The session this browser had before would stay open with nobody holding it. */
async function signIn(
  request: NextRequest,
  response: NextResponse,
  setCookies: string[],
  origin: Origin,
): Promise<void> {
  const { name } = sessionCookie();
  for (const cookie of setCookies) response.headers.append("Set-Cookie", cookie);
  const replaced = request.cookies.get(name)?.value;
  const signedIn = setCookies.some((cookie) => cookie.startsWith(`${name}=`));
  if (signedIn && replaced) await endSession(replaced, origin);
}

async function wanted({ params }: Context): Promise<string> {
  return (await params).nextauth.join("/");
}

async function tooManyTries({ headers }: NextRequest, { retryAfterS }: TooMany): Promise<Response> {
  const t = await getTranslations("auth.answers");
  const page = plainPage(headers.get("x-nonce") ?? "", t("tooMany"), [
    t("tooManyNext", { wait: waitOf({ retryAfterS }) }),
  ]);
  return new Response(page, {
    status: 429,
    headers: { "content-type": "text/html; charset=utf-8", "retry-after": String(retryAfterS) },
  });
}

async function notFound(): Promise<Response> {
  const t = await getTranslations("auth.answers");
  return new Response(t("notFound"), { status: 404 });
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

/** For browsers that are told not to follow by themselves. */
async function leadingTo(target: string): Promise<string> {
  const t = await getTranslations("auth.answers");
  const address = target.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<!doctype html><html lang="en"><title>${t("leading")}</title><p><a href="${address}">${t("leadOn")}</a></p></html>`;
}
