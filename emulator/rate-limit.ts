import { PlaidFailure } from "./errors";
import type { Store } from "./store";

const WINDOW_MS = 60_000;

/** Rule C9: off unless the control plane sets a limit; counted per path. */
export function createRateLimit(store: Store) {
  const calls = new Map<string, number[]>();

  return function count(path: string): void {
    const limit = store.setting("options").rate_limit_per_minute;
    if (limit === null) {
      calls.clear();
      return;
    }
    const since = Date.now() - WINDOW_MS;
    const recent = (calls.get(path) ?? []).filter((at) => at > since);
    calls.set(path, recent);
    if (recent.length >= limit) throw new PlaidFailure("RATE_LIMIT");
    recent.push(Date.now());
  };
}
