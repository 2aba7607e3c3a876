/**
 * The outcome of an operation whose failure is part of normal use.
 * Return one when the caller can act on the failure; throw for bugs and outages.
 */
export type Result<T, E extends { code: string }> =
  | { ok: true; value: T }
  | { ok: false; error: E };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail<const E extends { code: string }>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
