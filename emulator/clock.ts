import type { Store } from "./store";

export type EmulatedClock = ReturnType<typeof createClock>;

/**
 * Time of registrations and retries: `speed` emulated seconds pass in a real one. It goes on while
 * the process is down, as Plaid's would. Signatures and dates shown always use the real time.
 */
export function createClock(store: Store) {
  function now(): number {
    const { base, since_real, speed } = store.setting("clock");
    return base + (Date.now() - since_real) * speed;
  }

  function rebase(base: number, speed: number): void {
    store.set("clock", { base, speed, since_real: Date.now() });
  }

  return {
    now,
    speed: () => store.setting("clock").speed,
    setSpeed: (speed: number) => rebase(now(), speed),
    advance: (ms: number) => rebase(now() + ms, store.setting("clock").speed),
    /** Real milliseconds until an emulated time; Infinity when the clock stands still. */
    realWaitMs(due: number): number {
      const wait = due - now();
      if (wait <= 0) return 0;
      const { speed } = store.setting("clock");
      return speed === 0 ? Number.POSITIVE_INFINITY : wait / speed;
    },
  };
}
