import texts from "@/lib/languages/messages/en/staff/classicDisablement.json";
import { dateOf } from "@/lib/time/model";

const DAY_MS = 86_400_000;
const SOON_DAYS = 30;

/** When connections without OAuth stop working, and how near that is. */
export function classicDisablement(day: string, now = Date.now()) {
  const left = Math.ceil((new Date(day).getTime() - now) / DAY_MS);
  if (Number.isNaN(left)) return { urgency: "later", text: `${texts.end} ${day}` } as const;
  if (left < 0) return { urgency: "past", text: `${texts.ended} ${dateOf(day)}` } as const;
  const days = left === 1 ? texts.day : texts.days;
  const when = left === 0 ? texts.today : `${texts.in} ${left} ${days}`;
  const urgency = left <= SOON_DAYS ? "soon" : "later";
  return { urgency, text: `${texts.end} ${dateOf(day)} – ${when}` } as const;
}
