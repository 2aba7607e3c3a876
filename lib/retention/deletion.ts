import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { customers, neverSent, noticed, partnerSettings } from "@/db/schema";
import { COUNTDOWN_DAYS, draftDays, NOTICE_DAYS } from "./model";

const days = (count: number) => sql.raw(`interval '${count} days'`);

export const notice = days(NOTICE_DAYS);

/** How long a draft is kept that nobody works on. */
export const idle = sql`make_interval(days => coalesce(
  (select ${partnerSettings.draftRetentionDays} from ${partnerSettings}), ${draftDays.usual}))`;

const deletedAt = sql`greatest(
  ${customers.updatedAt} + ${idle},
  case when ${noticed} then ${customers.deletionNoticedAt} else now() end + ${notice})`;

/** When a draft is deleted unless somebody works on it; null while that is far off, and of what was sent. */
export const deletesAt: SQL<Date | null> = sql`(
  case when ${neverSent} and ${deletedAt} < now() + ${days(COUNTDOWN_DAYS)} then ${deletedAt} end
)`.mapWith(customers.updatedAt);
