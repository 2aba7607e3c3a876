import type { Fault } from "@/scripts/testing/emulator-client";

/** How a submission must end: known to Plaid, ours again with an error, or unknown to everybody. */
export type Ending = "CREATED" | "REFUSED" | "UNKNOWN";

export type Case = {
  what: string;
  drafts: number;
  smoke: number;
  ending: Ending;
  /** How often the button is pressed at once. */
  presses: number;
  fault?: Omit<Fault, "endpoint" | "containing">;
};

/** Faults of the network and of Plaid; both portals are up. 164 of the 200 drafts. */
export const cases: Case[] = [
  { what: "double click", drafts: 30, smoke: 2, ending: "CREATED", presses: 2 },
  { what: "ten tabs", drafts: 15, smoke: 1, ending: "CREATED", presses: 10 },
  ...[
    { drafts: 20, smoke: 2, fault: { kind: "drop-after-commit" } as const },
    { drafts: 18, smoke: 1, fault: { kind: "drop-before" } as const },
    { drafts: 8, smoke: 1, fault: { kind: "500" } as const },
    { drafts: 8, smoke: 1, fault: { kind: "500", applied: true } as const },
    { drafts: 8, smoke: 1, fault: { kind: "503" } as const },
    { drafts: 8, smoke: 1, fault: { kind: "503", applied: true } as const },
    { drafts: 18, smoke: 1, fault: { kind: "malformed" } as const },
    { drafts: 8, smoke: 1, fault: { kind: "html-502" } as const },
    // The short form has no half minute to wait for what never answers.
    { drafts: 8, smoke: 0, fault: { kind: "hang" } as const },
  ].map((some) => ({ what: some.fault.kind, ending: "UNKNOWN" as const, presses: 2, ...some })),
  {
    what: "rate limited",
    ...{ drafts: 8, smoke: 1, ending: "REFUSED", presses: 2, fault: { kind: "429" } },
  },
  {
    what: "refused",
    ...{ drafts: 7, smoke: 1, ending: "REFUSED", presses: 2 },
    fault: { kind: "partner-error", code: "OAUTH_REGISTRATION_ERROR" },
  },
];

type Crash = { what: string; drafts: number; smoke: number; ending: Ending };

/** A process dies in the middle of several submissions at once. 36 of the 200 drafts. */
export const crashes = {
  asked: { what: "portal killed while Plaid is asked", drafts: 16, smoke: 2, ending: "UNKNOWN" },
  /** Fewer than the portal has connections for transactions: each must come to wait. */
  recording: { what: "portal killed before the record", drafts: 8, smoke: 2, ending: "UNKNOWN" },
  database: { what: "database killed before the record", drafts: 12, smoke: 2, ending: "CREATED" },
} satisfies Record<string, Crash>;
