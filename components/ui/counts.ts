/** "1,204". Every page loads this, and setting up `Intl` would stop a phone for a tenth of a second. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** "1 customer", "1,204 customers" */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** "1,000+" where nobody counted further. */
export function atMost(count: number, max: number): string {
  return count >= max ? `${formatCount(max)}+` : formatCount(count);
}
