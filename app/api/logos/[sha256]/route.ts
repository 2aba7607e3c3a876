import { staffOrNull } from "@/lib/auth/session";
import { getLogo } from "@/lib/onboarding/logo";

const headers = {
  "Content-Type": "image/png",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "sandbox; default-src 'none'",
  // The address is the hash of the bytes: what lies under it never changes.
  "Cache-Control": "private, max-age=31536000, immutable",
};

export async function GET(_request: Request, { params }: { params: Promise<{ sha256: string }> }) {
  const staff = await staffOrNull();
  if (!staff) return new Response("Sign in first", { status: 401 });
  const { sha256 } = await params;
  const png = /^[0-9a-f]{64}$/.test(sha256) ? await getLogo(staff, sha256) : undefined;
  if (!png) return new Response("Not found", { status: 404 });
  return new Response(new Uint8Array(png), { headers });
}
