import { isSignedIn } from "@/lib/auth/session";
import { follow } from "@/lib/live/listen";
import type { News } from "@/lib/live/model";
import { describeFailure, log } from "@/lib/log";

const HEARTBEAT_MS = 15_000;
const SESSION_CHECK_MS = 60_000;
/** How long a browser waits before it connects again. */
const RETRY_MS = 2_000;

/**
 * Server-sent events: which customers changed. Ids only; the page asks for the rest. The first event
 * tells what happened since the point that is given as `since`, or as the id of the last event.
 */
export async function GET(request: Request) {
  if (!(await isSignedIn())) return new Response("Sign in first", { status: 401 });
  const since = new URL(request.url).searchParams.get("since");
  const point = request.headers.get("last-event-id") ?? since;
  return new Response(eventStream(point, request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: a compressing proxy would hold events back until its buffer is full.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function eventStream(point: string | null, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let release = () => {};

  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => open && controller.enqueue(encoder.encode(text));
      let open = true;
      let leave = () => {};
      const end = () => {
        if (!open) return;
        release();
        controller.close();
      };
      // Browsers do not show comments to a page, and a page wants to know that it is still connected.
      const heartbeat = setInterval(() => send("event: beat\ndata: {}\n\n"), HEARTBEAT_MS);
      const check = setInterval(() => void endWithSession(end), SESSION_CHECK_MS);
      release = () => {
        open = false;
        leave();
        clearInterval(heartbeat);
        clearInterval(check);
        signal.removeEventListener("abort", end);
      };
      signal.addEventListener("abort", end);
      send(`retry: ${RETRY_MS}\n\n`);
      try {
        leave = await follow(point, (told) => (told === "close" ? end() : send(toMessage(told))));
        if (!open) leave();
      } catch (error) {
        log.warn({ event: "live.follow", ...describeFailure(error) });
        end();
      }
    },
    cancel: () => release(),
  });
}

function toMessage(news: News): string {
  return `id: ${news.point}\ndata: ${JSON.stringify(news)}\n\n`;
}

/** Signing out and suspending end the stream, too. An outage does not: nobody is signed out by it. */
async function endWithSession(end: () => void): Promise<void> {
  try {
    if (!(await isSignedIn())) end();
  } catch (error) {
    log.warn({ event: "live.session", ...describeFailure(error) });
  }
}
