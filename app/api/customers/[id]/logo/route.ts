import { staffOrNull } from "@/lib/auth/session";
import { readCustomerLogo } from "@/lib/customers/details";

/** A picture somebody uploaded: served as a PNG and as nothing else. */
export async function GET(_request: Request, { params }: RouteContext<"/api/customers/[id]/logo">) {
  const staff = await staffOrNull();
  if (!staff) return new Response("Sign in first", { status: 401 });
  const png = await readCustomerLogo(staff, (await params).id);
  if (!png) return new Response("No logo", { status: 404 });
  return new Response(new Uint8Array(png), {
    headers: {
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    },
  });
}
