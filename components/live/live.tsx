"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { atMostEvery } from "./at-most-every";
import { onNews, tellNews } from "./news";

const REFRESH_PAUSE_MS = 1_000;
const POLL_MS = 15_000;
/** Lost connections in a row before the page asks on its own. */
const FAILURES_MAX = 3;

/**
 * Keeps everything below it current. Mark what shows a customer with `data-live={customer.id}`, and
 * what shows many with `data-live="*"`: a change refreshes the page only where it is seen.
 */
export function Live({ children }: { children: ReactNode }) {
  return (
    <>
      <Updates />
      {children}
    </>
  );
}

function Updates() {
  const router = useRouter();

  useEffect(() => {
    // A refresh that is still due must not reach the page that came after this one.
    let here = true;
    const refresh = atMostEvery(REFRESH_PAUSE_MS, () => here && router.refresh());
    const disregard = onNews((news) => {
      const shown = news === "refresh" || document.querySelector(marks(news.customerId));
      if (shown) refresh();
    });
    const disconnect = connect({
      onCustomer: (customerId) => tellNews({ customerId }),
      onRefresh: () => tellNews("refresh"),
    });
    return () => {
      here = false;
      disregard();
      disconnect();
    };
  }, [router]);

  return null;
}

function marks(id: string): string {
  return `[data-live="*"], [data-live="${CSS.escape(id)}"]`;
}

type Hooks = { onCustomer(id: string): void; onRefresh(): void };

/**
 * One stream while the page is visible: a browser allows six connections to one host, and forgotten
 * tabs must not use them up. What was missed meanwhile is read again when the stream opens.
 */
function connect({ onCustomer, onRefresh }: Hooks): () => void {
  let source: EventSource | undefined;
  let polling: number | undefined;
  let failures = 0;
  // Also at first: something may have changed between the server's render and the stream's opening.
  let missed = true;

  function open() {
    if (source || document.hidden) return;
    source = new EventSource("/api/live");
    source.onopen = () => {
      if (missed) onRefresh();
      missed = false;
      failures = 0;
      window.clearInterval(polling);
      polling = undefined;
    };
    source.onerror = fail;
    source.addEventListener("refresh", onRefresh);
    source.addEventListener("customer", ({ data }) => onCustomer(JSON.parse(data).customerId));
  }

  function fail() {
    missed = true;
    failures += 1;
    // A refusal ends an EventSource for good; a lost connection it mends itself.
    if (source?.readyState === EventSource.CLOSED) close();
    if (failures >= FAILURES_MAX || !source) polling ??= window.setInterval(poll, POLL_MS);
  }

  function poll() {
    if (document.hidden) return;
    onRefresh();
    open();
  }

  function close() {
    source?.close();
    source = undefined;
  }

  function follow() {
    missed = true;
    if (document.hidden) close();
    else open();
  }

  open();
  document.addEventListener("visibilitychange", follow);
  return () => {
    document.removeEventListener("visibilitychange", follow);
    window.clearInterval(polling);
    close();
  };
}
