import type { News, Point } from "@/lib/live/model";

/** The first event comes at once, and later a heartbeat every 15 s: without them nothing gets through. */
const FIRST_MS = 6_000;
const SILENCE_MS = 40_000;
const RETRY_MS = 2_000;
const POLL_MS = 15_000;

type Stream = {
  /** Everything before it was heard. */
  since: () => Point;
  hear: (news: News) => void;
  signedOut: () => void;
};

/**
 * Hears news as they happen. Where the server's events do not get through, it asks for them every
 * 15 s instead, each time trying whether they do by now. Returns what ends it.
 */
export function openStream({ since, hear, signedOut }: Stream): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  let lastTry = Number.NEGATIVE_INFINITY;
  let ended = false;

  function open() {
    source = new EventSource(`/api/live?since=${since()}`);
    source.onmessage = ({ data }) => {
      expectWithin(SILENCE_MS);
      hear(JSON.parse(data));
    };
    source.addEventListener("beat", () => expectWithin(SILENCE_MS));
    source.onerror = fail;
    expectWithin(FIRST_MS);
  }

  function expectWithin(ms: number) {
    window.clearTimeout(timer);
    timer = window.setTimeout(fail, ms);
  }

  function fail() {
    close();
    const wait = Math.max(RETRY_MS * (1 + Math.random()), lastTry + POLL_MS - performance.now());
    timer = window.setTimeout(tryAgain, wait);
  }

  async function tryAgain() {
    lastTry = performance.now();
    const news = await askSince(since()).catch(() => undefined);
    if (ended) return;
    if (news === "signed out") return signedOut();
    if (news) hear(news);
    open();
  }

  function close() {
    window.clearTimeout(timer);
    source?.close();
  }

  open();
  return () => {
    ended = true;
    close();
  };
}

/** What happened since a point. Throws when the server does not answer. */
export async function askSince(point: Point): Promise<News | "signed out"> {
  const answer = await fetch(`/api/changes?since=${point}`);
  if (answer.status === 401) return "signed out";
  if (!answer.ok) throw new Error(`changes: ${answer.status}`);
  return answer.json();
}
