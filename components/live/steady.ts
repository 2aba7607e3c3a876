/**
 * How many updates a fresh look would show: rows that are new or stand elsewhere, or where only some
 * have left, those.
 *
 * @param first ids as they stand on the page.
 * @param latest ids as they would stand now.
 */
export function updatesBetween(first: string[], latest: string[]): number {
  const places = new Map(first.map((id, place) => [id, place]));
  const kept = latest.flatMap((id) => places.get(id) ?? []);
  const left = first.length - kept.length;
  const brought = latest.length - kept.length;
  return Math.max(left, brought + kept.length - longestRise(kept));
}

/** The most rows that stand in their old order: all others have moved. */
function longestRise(places: number[]): number {
  const ends: number[] = [];
  for (const place of places) {
    const at = ends.findIndex((end) => end > place);
    ends[at === -1 ? ends.length : at] = place;
  }
  return ends.length;
}
