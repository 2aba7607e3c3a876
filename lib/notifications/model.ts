const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Days after which a first and a second reminder go out; a third goes out the day before the end. */
const REMINDER_DAYS = [3, 7, Number.POSITIVE_INFINITY];
export const REMINDERS_MAX = REMINDER_DAYS.length;

const DIGEST_HOUR_UTC = 8;

/** Mails one of the partner's people gets without asking each time. */
export type Wishes = { turn: boolean; digest: boolean };

/** Mails that can be stopped: two for one of the partner's people, one for an invitation. */
export const stoppableKinds = ["turn", "digest", "reminders"] as const;
export type Stoppable = { kind: (typeof stoppableKinds)[number]; id: string };

export type Reminding = {
  /** How many reminders went out. */
  sent: number;
  /** When the link was sent last, or its reader typed last. */
  since: Date;
  expiresAt: Date;
  /** When the last reminder went out. */
  remindedAt?: Date;
};

/**
 * When somebody is reminded next: three days after the link or their last typing, seven days after,
 * and the day before the link ends. Never twice within a day; null when there is no such time left.
 */
export function nextReminder({ sent, since, expiresAt, remindedAt }: Reminding): Date | null {
  const days = REMINDER_DAYS[sent];
  if (days === undefined) return null;
  const last = expiresAt.getTime() - DAY_MS;
  const earliest = (remindedAt ?? since).getTime() + DAY_MS;
  const at = Math.min(Math.max(since.getTime() + days * DAY_MS, earliest), last);
  return at >= earliest ? new Date(at) : null;
}

/** The next morning at eight, UTC. */
export function nextDigest(now: Date): Date {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS + DIGEST_HOUR_UTC * HOUR_MS;
  return new Date(today > now.getTime() ? today : today + DAY_MS);
}
