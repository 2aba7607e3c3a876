import "server-only";
import { diffWordsWithSpace } from "diff";
import type { Difference } from "./model";

/** Word by word. */
export function differenceOf(before: string, after: string): Difference {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));
}
