import { and, eq } from "drizzle-orm";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, sessions } from "@/db/schema";
import { textsOf } from "@/lib/languages/catalogues";
import { staff } from "@/scripts/testing/actors";
import { newSession } from "@/scripts/testing/second-factor";
import { endOtherSessions, endOwnSession, listOwnSessions } from "./own-sessions";
import { findSession } from "./sessions";

const t = createTranslator({ ...textsOf("en"), namespace: "auth.device" });

const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0";

test("a person sees where they are signed in, in words, and nobody else's", async () => {
  const person = await staff("viewer");
  const token = await newSession({ ...person, origin: { ip: "198.51.100.7", userAgent: windows } });
  await newSession(await staff("viewer"));
  const over = (await findSession(await newSession(person), { counts: false }))?.sessionId ?? "";
  await db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.id, over));
  const { sessionId } = (await findSession(token, { counts: false })) ?? {};
  expect(await listOwnSessions(person, t)).toEqual([
    {
      id: sessionId,
      device: "Firefox on Windows",
      ip: "198.51.100.7",
      since: expect.stringMatching(/Z$/),
      lastSeenAt: expect.stringMatching(/Z$/),
    },
  ]);
});

test("a device that does not say what it is has a name as well", async () => {
  const person = await staff("viewer");
  await newSession({ ...person, origin: { ip: "unknown", userAgent: "unknown" } });
  expect(await listOwnSessions(person, t)).toMatchObject([{ device: "Unknown browser" }]);
});

test("one session is ended, or all others, and each end is on record", async () => {
  const person = await staff("viewer");
  const tokens = [await newSession(person), await newSession(person), await newSession(person)];
  const [first, , third] = await Promise.all(
    tokens.map((token) => findSession(token, { counts: false })),
  );
  await endOwnSession(person, first?.sessionId ?? "");
  const open = async () => (await listOwnSessions(person, t)).map(({ id }) => id);
  expect(await open()).toHaveLength(2);
  await endOtherSessions(person, third?.sessionId ?? "");
  expect(await open()).toEqual([third?.sessionId]);
  const ends = and(eq(auditEntries.subject, person.userId), eq(auditEntries.action, "session.end"));
  expect(await db.$count(auditEntries, ends)).toBe(2);
});

test("nobody ends somebody else's session", async () => {
  const person = await staff("viewer");
  const token = await newSession(person);
  const { sessionId = "" } = (await findSession(token, { counts: false })) ?? {};
  const other = await staff("admin");
  await endOwnSession(other, sessionId);
  await endOtherSessions(other, "ses_nothing");
  expect(await findSession(token, { counts: false })).toBeDefined();
});
