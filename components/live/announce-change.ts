import { announce } from "@/components/frame/announce";
import { atMostEvery } from "./at-most-every";

const PAUSE_MS = 5_000;
const NAMED_MAX = 3;

const changes = new Set<string>();
const say = atMostEvery(PAUSE_MS, () => {
  announce(changes.size > NAMED_MAX ? `${changes.size} changes` : [...changes].join(". "));
  changes.clear();
});

/** Says a change to people who listen to the page: in batches, and never interrupting. */
export function announceChange(change: string): void {
  changes.add(change);
  say();
}
