import texts from "@/lib/languages/messages/en/staff/actors.json";
import { addressOf, type Period, readParameter, readPeriod } from "@/lib/period/model";

/** Who caused an entry, as the log has it: the name lies beside the entry and may have been erased. */
export type LoggedActor = {
  actorKind: "staff" | "applicant" | "recipient" | "system";
  actorId: string;
  name: string | null;
};

/** How the system's own acts are signed, by the job. */
const systemNames: Record<string, string> = {
  webhook: texts.webhook,
  poll: texts.scheduler,
  sweep: texts.scheduler,
  reminder: texts.scheduler,
  retention: texts.scheduler,
  single_sign_on: texts.singleSignOn,
  unsubscribe: texts.unsubscribe,
  command: texts.command,
};

/** Jobs that a person of the log can be narrowed to. */
export const systemJobs = Object.keys(systemNames);

export function nameOfActor({ actorKind, actorId, name }: LoggedActor): string {
  switch (actorKind) {
    case "system":
      return systemNames[actorId] ?? texts.system;
    case "applicant":
      return texts.applicant;
    case "recipient":
      return texts.recipient;
    case "staff":
      return name ?? texts.erased;
  }
}

/** Written where somebody was erased: what is missing beside earlier entries is missing rightly. */
export const PERSON_ERASED = "audit.person_erased";

/** The end of the chain at some time. */
export type Head = { seq: number; hash: string };

/**
 * What is wrong with an entry: `changed` after it was written, `missing`, `added` later or moved there,
 * `cut` off with everything behind it, `person_changed` (who acted is not who was written down) or
 * `person_missing` (who acted was taken away, and no erasure is on record).
 */
export type Flaw = "changed" | "missing" | "added" | "cut" | "person_changed" | "person_missing";

/** What came of checking the chain. `since` is ISO 8601; `erased` counts entries without a name. */
export type ChainVerdict =
  | { whole: true; entries: number; since: string | null; erased: number; head: Head | null }
  | { whole: false; seq: number; flaw: Flaw; checked: number };

export type AuditFilter = Period & {
  /** Id of a user, an invitation or a hand-over, or a job of the system. */
  actorId: string | null;
  action: string | null;
  subject: string | null;
  /** Entries before this number. */
  before: number | null;
};

export function readAuditFilter(query: Parameters<typeof readPeriod>[0]): AuditFilter {
  const before = Number(readParameter(query, "before"));
  return {
    ...readPeriod(query),
    actorId: readParameter(query, "person"),
    action: readParameter(query, "action"),
    subject: readParameter(query, "object"),
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  };
}

export function auditAddress(filter: Partial<AuditFilter>, path = "/admin/audit"): string {
  const { actorId, action, subject, from, until, before } = filter;
  return addressOf(path, {
    ...{ person: actorId ?? null, action: action ?? null, object: subject ?? null },
    ...{ from: from ?? null, until: until ?? null, before: before ? String(before) : null },
  });
}

/** One entry for people. `at` is ISO 8601. */
export type AuditRow = LoggedActor & {
  seq: number;
  at: string;
  action: string;
  subject: string;
  /**
   * What the object is called and where it is shown, where it is one of ours that still exists. A run
   * has no name.
   */
  object: { name: string | null; href: string } | null;
  details: Record<string, string>;
  ip: string | null;
  userAgent: string | null;
  /** "Firefox on Windows" */
  device: string | null;
};

export type AuditPage = { rows: AuditRow[]; next: number | null };

/** Whom and what the log can be narrowed to. */
export type AuditOptions = { people: { id: string; name: string }[] };
