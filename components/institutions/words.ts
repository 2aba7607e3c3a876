const numbers = new Intl.NumberFormat("en-US");

export function formatCount(count: number): string {
  return numbers.format(count);
}

/** "1,000+" where nobody counted further. */
export function atMost(count: number, max: number): string {
  return count >= max ? `${formatCount(max)}+` : formatCount(count);
}
