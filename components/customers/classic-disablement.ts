import { formatDay } from "./words";

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;

/** When connections without OAuth stop working, and how near that is. */
export function classicDisablement(day: string, now = Date.now()) {
  const days = Math.ceil((new Date(day).getTime() - now) / DAY_MS);
  if (Number.isNaN(days)) return { urgency: "later", text: connections(`end ${day}`) } as const;
  if (days < 0) return { urgency: "past", text: connections(`ended ${formatDay(day)}`) } as const;
  const left = days === 0 ? "today" : `in ${days} ${days === 1 ? "day" : "days"}`;
  const urgency = days <= SOON_DAYS ? "soon" : "later";
  return { urgency, text: connections(`end ${formatDay(day)}, ${left}`) } as const;
}

function connections(what: string): string {
  return `Non-OAuth connections ${what}`;
}
