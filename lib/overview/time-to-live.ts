import "server-only";
import { gte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { goLiveCounts } from "@/db/schema";
import { medianOf, type TimeToLiveView } from "./model";

const WEEKS = 13;
const DAY_MS = 86_400_000;

/** The last 90 days, week by week, the running one last. */
export async function readTimeToLive(now = new Date()): Promise<TimeToLiveView> {
  const weeks = lastWeeks(now);
  const n = sql<number>`sum(${goLiveCounts.n})::int`;
  const rows = await db
    .select({ week: goLiveCounts.week, value: goLiveCounts.days, n })
    .from(goLiveCounts)
    .where(gte(goLiveCounts.week, weeks[0] ?? ""))
    .groupBy(goLiveCounts.week, goLiveCounts.days);
  const ofWeek = (week: string) => rows.filter((row) => row.week === week);
  return { ...wentLive(rows), weeks: weeks.map((week) => ({ week, ...wentLive(ofWeek(week)) })) };
}

function wentLive(values: { value: number; n: number }[]) {
  return {
    customers: values.reduce((sum, { n }) => sum + n, 0),
    medianDays: medianOf(values),
  };
}

/** Mondays. */
function lastWeeks(now: Date): string[] {
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  const monday = now.getTime() - sinceMonday * DAY_MS;
  return Array.from({ length: WEEKS }, (_, index) =>
    new Date(monday - (WEEKS - 1 - index) * 7 * DAY_MS).toISOString().slice(0, 10),
  );
}
