import "server-only";
import { openListener } from "@/db/client";
import { describeFailure, log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import { LIVE_CHANNEL, type LiveEvent, readNews } from "./model";

type Subscriber = (event: LiveEvent) => void;

/**
 * Calls back for every announced change, until the returned function is called.
 * All subscribers of a process share one connection; it is opened with the first of them.
 */
export function subscribe(subscriber: Subscriber): () => void {
  const { subscribers } = singleton("live", listen);
  subscribers.add(subscriber);
  return () => subscribers.delete(subscriber);
}

/** Ends every stream: an open one would hold up a process that is asked to stop. */
export async function closeLive(): Promise<void> {
  await singleton("live", listen).close();
}

function listen() {
  const subscribers = new Set<Subscriber>();
  const tell = (event: LiveEvent) => {
    for (const subscriber of subscribers) subscriber(event);
  };
  const client = openListener();

  // postgres.js connects again by itself, for ever, and calls `onListening` each time: whatever was
  // announced while nobody listened is lost, so everybody looks again.
  const onListening = () => tell({ type: "refresh" });
  const onNews = (payload: string) => {
    const event = readNews(payload);
    if (event) tell(event);
  };
  client.listen(LIVE_CHANNEL, onNews, onListening).catch((error: unknown) => {
    log.warn({ event: "live.listen", ...describeFailure(error) });
  });

  const close = async () => {
    tell({ type: "close" });
    await client.end({ timeout: 1 });
  };
  process.once("SIGTERM", close);
  process.once("SIGINT", close);
  return { subscribers, close };
}
