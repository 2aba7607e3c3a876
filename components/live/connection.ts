import type { News, Point } from "@/lib/live/model";
import { tell } from "./news";
import { askSince, openStream } from "./stream";

const NAME = "vestibule-live";
const RETRY_MS = 15_000;

/** Everything before it was heard; undefined while this page needs no news. */
let heardTo: Point | undefined;
let visit: AbortController | undefined;
let channel: BroadcastChannel | undefined;
/** While what was missed is asked for, news do not tell how far this page has heard. */
let gap = false;

/**
 * Keeps news coming to this document, beginning with what happened since `point`.
 *
 * A browser allows six connections to one host, so of all visible tabs one holds the stream (whoever
 * holds the lock) and passes on what it hears. A hidden tab hears nothing, and asks when it is seen.
 */
export function stayConnected(point: Point): void {
  if (heardTo !== undefined) return;
  heardTo = point;
  if (typeof BroadcastChannel !== "undefined" && "locks" in navigator) {
    channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }) => visit && hear(data);
  }
  document.addEventListener("visibilitychange", follow);
  follow();
}

function follow(): void {
  visit?.abort();
  visit = undefined;
  if (document.hidden) return;
  visit = new AbortController();
  void join(visit.signal);
}

async function join(signal: AbortSignal): Promise<void> {
  if (!channel) return lead(signal);
  const led = await navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => {
    if (lock) await lead(signal);
    return lock !== null;
  });
  if (led || signal.aborted) return;
  void catchUp(signal);
  // Refused only when the tab is hidden while it waits.
  await navigator.locks.request(NAME, { signal }, () => lead(signal)).catch(() => {});
}

/** Holds the stream until the tab is hidden. */
function lead(signal: AbortSignal): Promise<void> {
  gap = false;
  const close = openStream({
    since: () => heardTo ?? "",
    hear: (news) => {
      hear(news);
      channel?.postMessage(news);
    },
    signedOut: leave,
  });
  return new Promise((resolve) => {
    const end = () => {
      close();
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener("abort", end);
  });
}

/** What happened before this tab began to listen to the one that holds the stream. */
async function catchUp(signal: AbortSignal): Promise<void> {
  gap = true;
  const news = await askSince(heardTo ?? "").catch(() => undefined);
  // Meanwhile this tab may have been hidden, or hold the stream itself and ask with it.
  if (signal.aborted || !gap) return;
  if (news === "signed out") return leave();
  if (!news) {
    window.setTimeout(() => !signal.aborted && gap && catchUp(signal), RETRY_MS);
    return;
  }
  gap = false;
  hear(news);
}

function hear(news: News): void {
  if (!gap) heardTo = news.point;
  tell(news);
}

/** Nobody is signed in any more: the page is made again, and leads to the way in. */
function leave(): void {
  const point = heardTo ?? "";
  document.removeEventListener("visibilitychange", follow);
  visit?.abort();
  visit = undefined;
  channel?.close();
  channel = undefined;
  heardTo = undefined;
  tell({ changes: null, point });
}
