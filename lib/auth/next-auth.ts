import "server-only";
import NextAuth, { type NextAuthOptions } from "next-auth";

export type AuthRequest = {
  method: "GET" | "POST";
  /** Such as `["callback", "oidc"]`. */
  action: readonly string[];
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies?: Record<string, string>;
};

export type AuthAnswer<Body> = { location: string; setCookies: string[]; body: Body | undefined };

/**
 * Asks next-auth for one answer, with the cookies that it is to see and no others. Without Next
 * around it, so that an answer can be looked at before any of it is passed on.
 */
export async function askNextAuth<Body>(
  options: NextAuthOptions,
  { method, action, query = {}, body = {}, cookies = {} }: AuthRequest,
): Promise<AuthAnswer<Body>> {
  const answer: AuthAnswer<Body> = { location: "", setCookies: [], body: undefined };
  const request = { method, body, cookies, headers: {}, query: { ...query, nextauth: action } };
  await NextAuth(options)(request, responseInto(answer));
  return answer;
}

function responseInto<Body>(answer: AuthAnswer<Body>) {
  const headers = new Map<string, unknown>();
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name),
    setHeader: (name: string, value: unknown) => {
      headers.set(name, value);
      if (name === "Location") answer.location = String(value);
      if (name === "Set-Cookie") answer.setCookies = [value].flat().map(String);
      return response;
    },
    end: () => undefined,
    json: () => undefined,
    send: (body: Body) => {
      answer.body = body;
    },
  };
  return response;
}
