/** How long a draft may lie before it is deleted, in days without anybody working on it. */
export const draftDays = { min: 30, max: 730, usual: 180 };
/** How long a secret is kept that nobody asks for. */
export const secretDays = { min: 1, max: 365, usual: 30 };

/** Its owner is told this long before a draft is deleted, and no draft goes without. */
export const NOTICE_DAYS = 7;
/** From here on its pages and its row say when it is deleted. */
export const COUNTDOWN_DAYS = 30;
/** Sessions, sign-in links, codes of devices and unused hand-over links, after they ended. */
export const ENDED_DAYS = 30;

export type KeepError = { code: "not_found" } | { code: "already_sent"; status: string };
