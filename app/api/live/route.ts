import { isSignedIn } from "@/lib/auth/session";
import { subscribe } from "@/lib/live/listen";
import type { LiveEvent } from "@/lib/live/model";
import { describeFailure, log } from "@/lib/log";

const HEARTBEAT_MS = 15_000;
const SESSION_CHECK_MS = 60_000;
/** How long a browser waits before it connects again. */
const RETRY_MS = 2_000;

/** Server-sent events: which customers changed. Ids only; the page asks for the rest. */
export async function GET(request: Request) {
  if (!(await isSignedIn())) return new Response("Sign in first", { status: 401 });
  return new Response(eventStream(request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: a compressing proxy would hold events back until its buffer is full.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function eventStream(signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let release = () => {};

  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      let open = true;
      const end = () => {
        if (!open) return;
        release();
        controller.close();
      };
      const unsubscribe = subscribe((event) => {
        if (event.type === "close") end();
        else send(toMessage(event));
      });
      const heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
      const check = setInterval(() => void endWithSession(end), SESSION_CHECK_MS);
      release = () => {
        open = false;
        unsubscribe();
        clearInterval(heartbeat);
        clearInterval(check);
        signal.removeEventListener("abort", end);
      };
      signal.addEventListener("abort", end);
      send(`retry: ${RETRY_MS}\n\n`);
    },
    cancel: () => release(),
  });
}

function toMessage(event: Exclude<LiveEvent, { type: "close" }>): string {
  const data = event.type === "customer" ? { customerId: event.customerId } : {};
  return `event: ${event.type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Signing out and suspending end the stream, too. An outage does not: nobody is signed out by it. */
async function endWithSession(end: () => void): Promise<void> {
  try {
    if (!(await isSignedIn())) end();
  } catch (error) {
    log.warn({ event: "live.session", ...describeFailure(error) });
  }
}
