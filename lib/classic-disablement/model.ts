import { dateOf } from "@/lib/time/model";

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;

/** When connections without OAuth stop working, and how near that is. */
export function classicDisablement(day: string, now = Date.now()) {
  const left = Math.ceil((new Date(day).getTime() - now) / DAY_MS);
  if (Number.isNaN(left)) return { urgency: "later", text: connections(`end ${day}`) } as const;
  if (left < 0) return { urgency: "past", text: connections(`ended ${dateOf(day)}`) } as const;
  const when = left === 0 ? "today" : `in ${left} ${left === 1 ? "day" : "days"}`;
  const urgency = left <= SOON_DAYS ? "soon" : "later";
  return { urgency, text: connections(`end ${dateOf(day)} – ${when}`) } as const;
}

function connections(what: string): string {
  return `Non-OAuth connections ${what}`;
}
