import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { applicantDevices } from "@/db/schema";
import { codesMailed, link, newIp, openBrowser } from "@/scripts/testing/visits";

test("five codes are mailed for one link within a quarter of an hour, also at once", async () => {
  const { browser: open, invitationId } = await link();
  const starts = await Promise.all(Array.from({ length: 8 }, () => open().start()));
  expect(starts.filter(({ ok }) => ok)).toHaveLength(5);
  expect(starts.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: "too_many_codes" } });
  expect(await codesMailed(invitationId)).toBe(5);
});

test("one network starts ten times a minute, at whatever links, and only that is counted", async () => {
  const ip = newIp();
  const links = await Promise.all(Array.from({ length: 4 }, link));
  const starts = [];
  for (let start = 0; start < 12; start++) {
    const token = links[start % 4]?.token ?? "";
    starts.push(await openBrowser(token, { ip, userAgent: "scanner" }).start());
  }
  expect(starts.filter(({ ok }) => ok)).toHaveLength(10);
  expect(starts.at(-1)).toEqual({ ok: false, error: { code: "too_many_starts" } });
  expect(await db.$count(applicantDevices, eq(applicantDevices.ip, ip))).toBe(0);
});

test("who gives the code does not count against a network", async () => {
  const ip = newIp();
  for (let person = 0; person < 12; person++) {
    const { token } = await link();
    const browser = openBrowser(token, { ip, userAgent: "phone" });
    expect(await browser.start()).toMatchObject({ ok: true });
    await browser.give(await browser.code());
    expect(await browser.at()).toBe("inside");
  }
});

test("Start chosen twice mails one code", async () => {
  const { browser: open, invitationId } = await link();
  const browser = open();
  await browser.start();
  expect(await browser.start()).toEqual({ ok: true, value: { cookie: null } });
  expect(await codesMailed(invitationId)).toBe(1);
});
