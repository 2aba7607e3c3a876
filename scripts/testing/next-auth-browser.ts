import NextAuth from "next-auth";
import type { Origin } from "@/lib/auth/model";
import { authOptions, sessionCookie } from "@/lib/auth/options";
import type { OpenSession } from "@/lib/auth/sessions";

type Answer = { location: string; setCookies: string[]; body: { openSession?: OpenSession } };

/** next-auth as the portal runs it, without Next around it: what a browser would get. */
export function openBrowser(origin: Origin = { ip: "192.0.2.7", userAgent: "test browser" }) {
  let token: string | undefined;

  async function call(method: "GET" | "POST", action: string[], query: Record<string, string>) {
    const answer: Answer = { location: "", setCookies: [], body: {} };
    const cookies = token === undefined ? {} : { [sessionCookie().name]: token };
    const request = { method, query: { ...query, nextauth: action }, cookies, headers: {} };
    await NextAuth(authOptions(origin))(request, responseInto(answer));
    return answer;
  }

  return {
    /** Presses the button behind a mailed link. */
    redeem: async (link: string): Promise<"signed in" | "refused"> => {
      const query = Object.fromEntries(new URL(link).searchParams);
      const { location, setCookies } = await call("POST", ["callback", "email"], query);
      const set = setCookies.find((cookie) => cookie.startsWith(`${sessionCookie().name}=`));
      if (!set || location.includes("error=")) return "refused";
      token = set.split(/[=;]/)[1];
      return "signed in";
    },
    session: async () => (await call("GET", ["session"], {})).body.openSession,
    token: () => token ?? "",
  };
}

function responseInto(answer: Answer) {
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
    send: (body: Answer["body"]) => {
      answer.body = body;
    },
  };
  return response;
}
