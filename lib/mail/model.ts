/** How far a mail has come. */
export type Delivery =
  | { state: "queued" }
  /** The mail server said "later"; it is tried again. */
  | { state: "delayed" }
  | { state: "sent"; at: string }
  /** The mail server's no, for good, in its own words. */
  | { state: "refused"; at: string; refusal: string }
  /** What it was about was over before it went out. */
  | { state: "dropped" }
  /** This portal sends no mail. */
  | { state: "not_configured" }
  /** It cannot be made or sent, for a reason of our own. */
  | { state: "failed" };

/** Kept in `last_failure` of a mail that was not sent because it would no longer have been true. */
export const DROPPED = "dropped" as const;

/** Kept there of a mail that found no mail server to go to. */
export const NOT_CONFIGURED = "not_configured" as const;

type MailRow = {
  sentAt: Date | null;
  refusedAt: Date | null;
  refusal: string | null;
  dueAt: Date | null;
  lastFailure: string | null;
};

export function deliveryOf({ sentAt, refusedAt, refusal, dueAt, lastFailure }: MailRow): Delivery {
  if (sentAt) return { state: "sent", at: sentAt.toISOString() };
  if (refusedAt) return { state: "refused", at: refusedAt.toISOString(), refusal: refusal ?? "" };
  if (dueAt) return { state: lastFailure ? "delayed" : "queued" };
  const ended = [DROPPED, NOT_CONFIGURED].find((reason) => reason === lastFailure);
  return { state: ended ?? "failed" };
}
