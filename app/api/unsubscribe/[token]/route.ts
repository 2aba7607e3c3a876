import { publicOrigin } from "@/lib/env";
import { readBody } from "@/lib/http/read-body";
import { stopMails } from "@/lib/notifications/stop";

type Context = RouteContext<"/api/unsubscribe/[token]">;

const BODY_BYTES_MAX = 1_000;

/** For mail programs that open what they could post to: the page with the button. */
export async function GET(_request: Request, { params }: Context) {
  return toPage((await params).token);
}

/**
 * The page's button, and the button of a mail program (RFC 8058), which comes without cookies or
 * origin and need not follow a redirect. The token is all the right that is needed.
 */
export async function POST(request: Request, { params }: Context) {
  const { token } = await params;
  const body = await readBody(request, BODY_BYTES_MAX);
  if (!(await stopMails(token))) return new Response(null, { status: 404, headers });
  return body?.includes("One-Click") ? new Response(null, { headers }) : toPage(token);
}

const headers = { "cache-control": "no-store" };

function toPage(token: string): Response {
  const location = new URL(`/unsubscribe/${encodeURIComponent(token)}`, publicOrigin()).href;
  return new Response(null, { status: 303, headers: { ...headers, location } });
}
