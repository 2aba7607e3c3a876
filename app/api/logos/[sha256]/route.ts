import { staffOrNull } from "@/lib/auth/session";
import { getLogo } from "@/lib/onboarding/logo";

/** Whatever the bytes were, a browser may only show them as a picture, to pages of the portal. */
const harmless = {
  "Content-Type": "image/png",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  // The address is the hash of the bytes: what lies under it never changes.
  "Cache-Control": "private, max-age=31536000, immutable",
};

export async function GET(_request: Request, { params }: RouteContext<"/api/logos/[sha256]">) {
  const staff = await staffOrNull();
  if (!staff) return refuse(401, "Sign in first");
  const { sha256 } = await params;
  const png = /^[0-9a-f]{64}$/.test(sha256) ? await getLogo(staff, sha256) : undefined;
  if (!png) return refuse(404, "Not found");
  const name = `inline; filename="logo-${sha256.slice(0, 16)}.png"`;
  return new Response(new Uint8Array(png), {
    headers: { ...harmless, "Content-Disposition": name },
  });
}

function refuse(status: number, text: string): Response {
  return new Response(text, { status, headers: { "Cache-Control": "no-store" } });
}
