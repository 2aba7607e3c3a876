import type { Origin } from "@/lib/auth/model";
import { askNextAuth } from "@/lib/auth/next-auth";
import { authOptions, sessionCookie } from "@/lib/auth/options";
import { findSession } from "@/lib/auth/sessions";

/** next-auth as the portal runs it, without Next around it: what a browser would get. */
export function openBrowser(origin: Origin = { ip: "192.0.2.7", userAgent: "test browser" }) {
  let token: string | undefined;

  function call(method: "GET" | "POST", action: string[], query: Record<string, string>) {
    const cookies = token === undefined ? {} : { [sessionCookie().name]: token };
    return askNextAuth(authOptions(origin), { method, action, query, cookies });
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
    session: () => findSession(token ?? "", { counts: true }),
    token: () => token ?? "",
  };
}
