import texts from "@/lib/languages/messages/en/staff/waits.json";

export type Limit = {
  times: number;
  seconds: number;
  /** What one signed-in person does at work, and `LIMITS_FACTOR` multiplies. */
  atWork?: true;
};

const MINUTE = 60;
const QUARTER_HOUR = 15 * MINUTE;

/** How often one person or one network may do it, whichever processes they reach. */
export const limits = {
  /** Links asked for by one network. */
  "sign-in.ask": { times: 30, seconds: QUARTER_HOUR },
  /** Links tried without success, by one network and for one address by it. */
  "sign-in.network": { times: 30, seconds: QUARTER_HOUR },
  "sign-in.account": { times: 5, seconds: QUARTER_HOUR },
  /** Wrong codes, recovery codes and passkeys of one person. */
  "second-factor": { times: 5, seconds: QUARTER_HOUR },
  "apply.start": { times: 10, seconds: MINUTE },
  "handover.start": { times: 10, seconds: MINUTE },
  write: { times: 60, seconds: MINUTE, atWork: true },
  /** Who types without a pause saves 75 times a minute in each tab (components/onboarding/autosave.ts). */
  autosave: { times: 240, seconds: MINUTE, atWork: true },
  submit: { times: 5, seconds: MINUTE, atWork: true },
  reveal: { times: 10, seconds: 60 * MINUTE, atWork: true },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** The digest of an error that says so. */
export const TOO_MANY_WRITES = "TOO_MANY_WRITES";

export type TooMany = { code: "too_many"; retryAfterS: number };

/** `5 minutes`, rounded up: who comes back then gets through. */
export function waitOf({ retryAfterS }: Pick<TooMany, "retryAfterS">): string {
  if (retryAfterS <= 60) return texts.minute;
  return `${Math.ceil(retryAfterS / 60)} ${texts.minutes}`;
}
