import type { Actor } from "@/lib/auth/model";
import { readBody } from "@/lib/http/read-body";
import { createGate } from "@/lib/images/gate";
import { LOGO_BYTES_MAX } from "@/lib/logos/model";
import { awaitsLogo, getLogo, keepLogo } from "@/lib/onboarding/logo";

/** Each upload holds up to 4 MB while it arrives and waits. */
const uploads = createGate({ atOnce: 16, waiting: 0 });

/** A logo, raw: answers with what is stored, or with why it is not. The draft takes it by its hash. */
export async function takeLogo(request: Request, actor: Actor, id: string): Promise<Response> {
  const awaited = await awaitsLogo(actor, id);
  if (!awaited.ok)
    return refuse(awaited.error.code === "not_found" ? 404 : 409, awaited.error.code);

  const answer = await uploads(() => take(actor, request));
  return answer === "busy" ? busy() : answer;
}

async function take(actor: Actor, request: Request): Promise<Response> {
  const file = await readBody(request, LOGO_BYTES_MAX - 1);
  if (!file) return refuse(413, "too_large");
  const kept = await keepLogo(actor, file);
  if (kept.ok) return Response.json(kept.value, { status: 201, headers });
  return kept.error.code === "busy" ? busy() : Response.json(kept.error, { status: 422, headers });
}

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

export async function showLogo(actor: Actor, sha256: string): Promise<Response> {
  const png = /^[0-9a-f]{64}$/.test(sha256) ? await getLogo(actor, sha256) : undefined;
  if (!png) return refuse(404, "not_found");
  const name = `inline; filename="logo-${sha256.slice(0, 16)}.png"`;
  return new Response(new Uint8Array(png), {
    headers: { ...harmless, "Content-Disposition": name },
  });
}

const headers = { "cache-control": "no-store" };

export function refuse(status: number, code: string): Response {
  return Response.json({ code }, { status, headers });
}

function busy(): Response {
  return Response.json(
    { code: "busy" },
    { status: 503, headers: { ...headers, "retry-after": "5" } },
  );
}
