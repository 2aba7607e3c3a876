const numbers = new Intl.NumberFormat("en-US");

/** "1,204" */
export function formatCount(count: number): string {
  return numbers.format(count);
}

/** "1 customer", "1,204 customers" */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** "1,000+" where nobody counted further. */
export function atMost(count: number, max: number): string {
  return count >= max ? `${formatCount(max)}+` : formatCount(count);
}
