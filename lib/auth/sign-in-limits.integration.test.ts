import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema";
import { staff } from "@/scripts/testing/actors";
import { openBrowser } from "@/scripts/testing/next-auth-browser";
import { signInUrl } from "./link-token";
import type { Origin } from "./model";
import { issueSignInLink, requestSignInLink } from "./sign-in-link";

const asked = { ok: true, value: null };

/** Limits count per network, so each test asks from one of its own. */
function someNetwork(): Origin {
  return { ip: randomUUID(), userAgent: "test browser" };
}

function mailsTo(email: string) {
  return db
    .select({ linkId: sql<string>`parameters->>'linkId'` })
    .from(mails)
    .where(eq(mails.recipient, email))
    .orderBy(sql`created_at desc`);
}

test("one address is mailed at most five open links, however many ask at once", async () => {
  const { email } = await staff("viewer");
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => requestSignInLink(email, someNetwork())),
  );
  expect(answers).toEqual(answers.map(() => asked));
  expect(await mailsTo(email)).toHaveLength(5);
});

test("printed links take nothing away from those who ask for mail", async () => {
  const { email } = await staff("viewer");
  for (let printed = 0; printed < 6; printed++) await issueSignInLink(email);
  await requestSignInLink(email, someNetwork());
  expect(await mailsTo(email)).toHaveLength(1);
});

test("one network may ask thirty times in 15 minutes, for whatever addresses", async () => {
  const network = someNetwork();
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => requestSignInLink(`${randomUUID()}@nobody.test`, network)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(30);

  const { email } = await staff("admin");
  expect(await requestSignInLink(email, network)).toMatchObject({
    ok: false,
    error: { code: "too_many" },
  });
  expect(await requestSignInLink(email, someNetwork())).toEqual(asked);
});

test("people who do sign in are not counted", async () => {
  const network = someNetwork();
  const { email } = await staff("viewer");
  for (let round = 0; round < 32; round++) {
    expect(await requestSignInLink(email, network)).toEqual(asked);
    const [mail] = await mailsTo(email);
    expect(await openBrowser(network).redeem(signInUrl(mail?.linkId ?? "", email))).toBe(
      "signed in",
    );
  }
});
