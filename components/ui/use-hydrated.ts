import { useSyncExternalStore } from "react";

/** False on the server and until the page has become interactive; for what works without JavaScript, too. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function never() {
  return () => {};
}
