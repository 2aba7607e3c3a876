import { isSignedIn } from "@/lib/auth/session";
import { newsSince } from "@/lib/live/changes";

/** What happened since a point, for a page that is not, or not yet, told as it happens. */
export async function GET(request: Request) {
  if (!(await isSignedIn())) return Response.json({ code: "signed_out" }, { status: 401 });
  const news = await newsSince(new URL(request.url).searchParams.get("since"));
  return Response.json(news, { headers: { "cache-control": "no-store" } });
}
