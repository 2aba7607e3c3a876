/** Plaid's account managers keep this time. */
const PLAID_TIME_ZONE = "America/Los_Angeles";

const DAY_MS = 86_400_000;
/** 5 January 1970 was a Monday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/**
 * The instant that many business days later, or earlier where negative; weekends take no time.
 * Public holidays count as business days: they differ from place to place.
 */
export function shiftBusinessDays(at: Date, days: number, timeZone = PLAID_TIME_ZONE): Date {
  return instantAt(wallAt(businessTime(wallOf(at, timeZone)) + days), timeZone);
}

/** Whole business days that went by since. */
export function businessDaysSince(at: Date, now: Date, timeZone = PLAID_TIME_ZONE): number {
  const passed = businessTime(wallOf(now, timeZone)) - businessTime(wallOf(at, timeZone));
  return Math.floor(passed + ROUNDING);
}

/** Fractions of days are binary: less than a millisecond is nothing. */
const ROUNDING = 1e-9;

/** Business days since the first Monday, with fractions: it stands still from Friday's midnight to Monday's. */
function businessTime(wallMs: number): number {
  const days = (wallMs - FIRST_MONDAY_MS) / DAY_MS;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

function wallAt(business: number): number {
  const weeks = Math.floor(business / 5 + ROUNDING);
  return FIRST_MONDAY_MS + Math.round((weeks * 7 + (business - weeks * 5)) * DAY_MS);
}

/** What clocks on the wall show there, as if it were UTC. */
function wallOf(at: Date, timeZone: string): number {
  return at.getTime() + offsetMs(at.getTime(), timeZone);
}

/** Twice, because the first guess may lie on the other side of a change of clocks. */
function instantAt(wallMs: number, timeZone: string): Date {
  const guess = wallMs - offsetMs(wallMs, timeZone);
  return new Date(wallMs - offsetMs(guess, timeZone));
}

function offsetMs(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? -size : size;
}
