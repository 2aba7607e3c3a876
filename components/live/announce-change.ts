import { announce } from "@/components/frame/announce";
import { atMostEvery } from "./at-most-every";

const PAUSE_MS = 5_000;
const NAMED_MAX = 3;

const changes = new Set<string>();
let many = "";
const say = atMostEvery(PAUSE_MS, () => {
  announce(
    changes.size > NAMED_MAX
      ? many.replace("{count}", String(changes.size))
      : [...changes].join(". "),
  );
  changes.clear();
});

/**
 * Says a change to people who listen to the page: in batches, and never interrupting.
 *
 * @param ofMany what is said instead of many changes at once, such as "{count} changes".
 */
export function announceChange(change: string, ofMany: string): void {
  many = ofMany;
  changes.add(change);
  say();
}
