import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextDigest, nextReminder, REMINDERS_MAX } from "./model";

const DAY = 86_400_000;
const start = new Date("2026-11-01T10:00:00Z");
const dayOf = (days: number) => new Date(start.getTime() + days * DAY);

/** Days after the start on which somebody is reminded who never does anything. */
function remindersOf(lifetimeDays: number): number[] {
  const days: number[] = [];
  let remindedAt: Date | undefined;
  for (;;) {
    const next = nextReminder({
      ...{ sent: days.length, since: start, expiresAt: dayOf(lifetimeDays) },
      ...(remindedAt && { remindedAt }),
    });
    if (!next) return days;
    days.push((next.getTime() - start.getTime()) / DAY);
    remindedAt = next;
  }
}

describe("reminders of a link", () => {
  test.each([
    [1, []],
    [2, [1]],
    [3, [2]],
    [4, [3]],
    [5, [3, 4]],
    [8, [3, 7]],
    [14, [3, 7, 13]],
    [90, [3, 7, 89]],
  ])("that works for %i days go out on days %j", (lifetime, days) => {
    expect(remindersOf(lifetime)).toEqual(days);
  });

  test("wait for three days after the last typing", () => {
    const expiresAt = dayOf(14);
    expect(nextReminder({ sent: 0, since: dayOf(2), expiresAt })).toEqual(dayOf(5));
    expect(nextReminder({ sent: 1, since: dayOf(5), expiresAt, remindedAt: dayOf(3) })).toEqual(
      dayOf(12),
    );
    expect(nextReminder({ sent: 2, since: dayOf(12.5), expiresAt })).toBeNull();
  });

  test("that are late are not made up for at once", () => {
    const late = { sent: 1, since: start, expiresAt: dayOf(30), remindedAt: dayOf(9) };
    expect(nextReminder(late)).toEqual(dayOf(10));
  });

  const day = fc.integer({ min: 0, max: 90 * 24 }).map((hours) => dayOf(hours / 24));

  test("are at most three, never within a day of each other or of typing, and end a day before", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5 }),
        day,
        day,
        fc.option(day, { nil: undefined }),
        (sent, since, expiresAt, remindedAt) => {
          const next = nextReminder({ sent, since, expiresAt, ...(remindedAt && { remindedAt }) });
          if (sent >= REMINDERS_MAX) expect(next).toBeNull();
          if (!next) return;
          expect(next.getTime()).toBeGreaterThanOrEqual((remindedAt ?? since).getTime() + DAY);
          expect(next.getTime()).toBeLessThanOrEqual(expiresAt.getTime() - DAY);
        },
      ),
    );
  });
});

test.each([
  ["2026-11-21T07:59:59.999Z", "2026-11-21T08:00:00Z"],
  ["2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z"],
  ["2026-12-31T23:00:00Z", "2027-01-01T08:00:00Z"],
])("after %s the digest goes out at %s", (now, next) => {
  expect(nextDigest(new Date(now))).toEqual(new Date(next));
});
