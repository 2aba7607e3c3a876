import "server-only";

/** What became of one typed value: as it is sent, what blocks it, and what is worth a second look. */
export type Verdict<T = string> = {
  value: T;
  /** Says what to do; nothing is sent until it is done. */
  error?: string | undefined;
  /** Never in the way. */
  warning?: string | undefined;
};

/** The verdict with one more reason for a second look. */
export function also<T>(verdict: Verdict<T>, warning: string | undefined): Verdict<T> {
  return { ...verdict, warning: joined(verdict.warning, warning) };
}

/** One text of several sentences, or undefined when there is nothing to say. */
export function joined(...sentences: (string | undefined)[]): string | undefined {
  return sentences.filter(Boolean).join(". ") || undefined;
}
