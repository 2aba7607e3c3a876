/** Whole days, UTC, `YYYY-MM-DD`, both included; null where it has no end on that side. */
export type Period = { from: string | null; until: string | null };

export type Query = Record<string, string | string[] | undefined>;

const TEXT_MAX = 200;
const CURSOR_MAX = 1_000;

/** One parameter of an address: the first of several, without NUL, which no database text can hold. */
export function readParameter(query: Query, name: string, charsMax = TEXT_MAX): string | null {
  const value = query[name];
  const text = (Array.isArray(value) ? value[0] : value)?.replaceAll("\0", "").trim();
  return text?.slice(0, charsMax) || null;
}

/** Where a page of a list begins, or with `before` ends. */
export function readCursor(query: Query, name: "after" | "before" = "after"): string | null {
  return readParameter(query, name, CURSOR_MAX);
}

/** What is no day is left out. */
export function readPeriod(query: Query): Period {
  return { from: readDay(query, "from"), until: readDay(query, "until") };
}

function readDay(query: Query, name: string): string | null {
  const text = readParameter(query, name);
  const sound = text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  return sound ? text : null;
}

/** An address with what is given and not empty. */
export function addressOf(path: string, values: Record<string, string | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
