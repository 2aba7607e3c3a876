import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { openListener } from "@/db/client";
import { describeFailure, log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import { instruments } from "@/lib/telemetry/instruments";
import { traceSending } from "@/lib/telemetry/live";
import { newsSince } from "./changes";
import { makeGate } from "./gate";
import { LIVE_CHANNEL, type News, type Point, readNews } from "./model";

/** `close`: this process is stopping, and the page must connect to another. */
type Tell = (told: News | "close") => void;

const RETRY_MS = 1_000;

/**
 * Tells everything that changed since `point`, then every change as it is announced, until the
 * returned function is called. All who listen share one connection to the database.
 */
export async function follow(point: string | null, tell: Tell): Promise<() => void> {
  const { followers, listening } = singleton("live", listen);
  const gate = makeGate(tell);
  const follower: Tell = (told) => (told === "close" ? tell(told) : gate.pass(told));
  followers.add(follower);
  instruments().liveConnections.add(1);
  const leave = () => {
    if (followers.delete(follower)) instruments().liveConnections.add(-1);
  };
  try {
    await gate.close(async () => {
      // What is announced before the connection listens, nobody hears.
      await listening;
      return newsSince(point);
    });
  } catch (error) {
    leave();
    throw error;
  }
  return leave;
}

/** Ends every stream: an open one would hold up a process that is asked to stop. */
export async function closeLive(): Promise<void> {
  await singleton("live", listen).close();
}

function listen() {
  const followers = new Set<Tell>();
  const tell: Tell = (told) => {
    for (const follower of followers) follower(told);
  };
  const client = openListener();
  let closed = false;
  let point: Point | undefined;
  let nowListening = () => {};
  const listening = new Promise<void>((resolve) => {
    nowListening = resolve;
  });

  const gate = makeGate((news) => {
    point = news.point;
    tell(news);
  });

  async function missed(): Promise<News> {
    for (;;) {
      try {
        const news = await newsSince(point);
        // At first nobody has heard anything that could be missing.
        return point === undefined ? { ...news, changes: [] } : news;
      } catch (error) {
        if (closed) throw error;
        log.warn({ event: "live.missed", ...describeFailure(error) });
        await pause(RETRY_MS);
      }
    }
  }

  // postgres.js connects again by itself, for ever, and calls this each time.
  const onListening = () => {
    gate.close(missed).then(nowListening, () => {});
  };
  const onNews = (payload: string) => {
    const news = readNews(payload);
    if (news) traceSending(payload, followers.size, () => gate.pass(news));
  };
  client.listen(LIVE_CHANNEL, onNews, onListening).catch((error: unknown) => {
    log.warn({ event: "live.listen", ...describeFailure(error) });
  });

  const close = async () => {
    closed = true;
    tell("close");
    await client.end({ timeout: 1 });
  };
  return { followers, listening, close };
}
