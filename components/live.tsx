"use client";

import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { announce } from "@/components/frame/announce";

const REFRESH_PAUSE_MS = 1_000;
const ANNOUNCE_PAUSE_MS = 5_000;
const POLL_MS = 15_000;
/** Lost connections in a row before the page asks on its own. */
const FAILURES_MAX = 3;
const ANNOUNCED_MAX = 3;

/**
 * Keeps everything below it current. Mark what shows a customer with `data-live={customer.id}`, and
 * what shows many with `data-live="*"`: a change refreshes the page only where it is seen.
 */
export function Live({ children }: { children: ReactNode }) {
  const [queries] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queries}>
      <Updates />
      {children}
    </QueryClientProvider>
  );
}

/** Says a change to people who listen to the page: in batches, and never interrupting. */
export function announceChange(change: string): void {
  changes.add(change);
  sayChanges();
}

const changes = new Set<string>();
const sayChanges = atMostEvery(ANNOUNCE_PAUSE_MS, () => {
  announce(changes.size > ANNOUNCED_MAX ? `${changes.size} changes` : [...changes].join(". "));
  changes.clear();
});

function Updates() {
  const router = useRouter();
  const queries = useQueryClient();

  useEffect(() => {
    // A refresh that is still due must not reach the page that came after this one.
    let here = true;
    const refresh = atMostEvery(REFRESH_PAUSE_MS, () => here && router.refresh());
    const disconnect = connect({
      onCustomer(id) {
        void queries.invalidateQueries({ queryKey: ["registration", id] });
        void queries.invalidateQueries({ queryKey: ["customer", id] });
        if (document.querySelector(`[data-live="*"], [data-live="${CSS.escape(id)}"]`)) refresh();
      },
      onRefresh() {
        void queries.invalidateQueries();
        refresh();
      },
    });
    return () => {
      here = false;
      disconnect();
    };
  }, [router, queries]);

  return null;
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

/** Runs at once, then at most once per pause; a call during the pause runs at its end. */
function atMostEvery(pauseMs: number, run: () => unknown): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let timer: number | undefined;
  return () => {
    if (timer !== undefined) return;
    timer = window.setTimeout(
      () => {
        timer = undefined;
        last = performance.now();
        run();
      },
      Math.max(0, last + pauseMs - performance.now()),
    );
  };
}
