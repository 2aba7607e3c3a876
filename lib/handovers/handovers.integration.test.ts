import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { handovers, mails } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { removeCustomer } from "@/lib/customers/remove";
import { keepSecret } from "@/lib/secrets/keep";
import { listSecrets } from "@/lib/secrets/queries";
import { revealSecret } from "@/lib/secrets/reveal";
import { staff } from "@/scripts/testing/actors";
import { auditOf, sentCustomer } from "@/scripts/testing/drafts";
import { age, browserWith, handedOver, handoverRow, secretRow } from "@/scripts/testing/secrets";
import { createHandover } from "./create";
import { listHandovers } from "./list";
import type { HandoverValues } from "./model";
import { revokeHandover } from "./revoke";

const ended = { ok: false, error: { code: "ended" } };
const done = { ok: true, value: null };

const values: HandoverValues = {
  ...{ name: "Ana Ruiz", email: "ana@customer.test", language: "fr" },
  kinds: ["sandbox", "production"],
};

async function mailsOf(handoverId: string): Promise<string[]> {
  const rows = await db.select().from(mails).where(eq(mails.handoverId, handoverId));
  return rows.map(({ template }) => template).toSorted();
}

describe("a hand-over link", () => {
  test("shows the secrets one time to who knows the mailed code, and then they are gone", async () => {
    const admin = await staff("admin");
    const { customerId, clientId, handoverId } = await handedOver(admin);
    const browser = browserWith(handoverId);
    expect(await browser.at()).toBe("needs_start");
    expect((await handoverRow(handoverId)).openedAt).toBeNull();
    expect(await browser.show()).toMatchObject({ error: { code: "needs_start" } });

    expect(await browser.enter()).toMatchObject({ ok: true });
    expect(await browser.at()).toBe("inside");
    const shown = await browser.show();
    expect(shown).toMatchObject({
      value: { clientId, secrets: [{ kind: expect.any(String) }, { secret: expect.any(String) }] },
    });
    expect(await browser.show()).toEqual(shown);
    expect(await browser.at()).toBe("open");
    expect(await browser.stored()).toEqual(done);
    expect(await browser.stored()).toEqual(done);
    expect(await browser.show()).toEqual(ended);
    expect(await browser.at()).toBe("received");

    for (const kind of values.kinds) {
      expect((await secretRow(customerId, kind)).sealed).toBeNull();
    }
    const recipient = "ana@customer.test";
    expect(await listSecrets(admin, customerId)).toMatchObject([
      { state: "handed_over", recipient },
      { state: "handed_over", recipient },
    ]);
    expect(await listHandovers(admin, customerId)).toMatchObject([
      { state: "revealed", email: recipient, revealedFrom: "192.0.2.9" },
    ]);
    expect(await mailsOf(handoverId)).toEqual(["handover", "handover-code", "handover-receipt"]);
    expect(await auditOf(customerId)).toEqual(
      expect.arrayContaining([
        "handover.created",
        "handover.code_sent",
        "handover.code_given",
        "handover.revealed",
        "handover.revealed_again",
        "handover.stored",
      ]),
    );
  });

  test("of two devices that gave their codes shows them to one", async () => {
    const { handoverId } = await handedOver(await staff("admin"));
    const browsers = Array.from({ length: 4 }, (_, place) =>
      browserWith(handoverId, `192.0.2.${100 + place}`),
    );
    for (const browser of browsers) expect(await browser.enter()).toMatchObject({ ok: true });
    const results = await Promise.all(browsers.map((browser) => browser.show()));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const [place, browser] of browsers.entries()) {
      const won = results[place]?.ok;
      expect(await browser.at()).toBe(won ? "open" : "ended");
      expect(await browser.show()).toMatchObject(won ? { ok: true } : ended);
      if (!won) expect(await browser.stored()).toEqual(ended);
    }
  });

  test("is locked by five wrong codes, from however many devices and at once", async () => {
    const { customerId, handoverId } = await handedOver(await staff("admin"));
    const browsers = [browserWith(handoverId, "192.0.2.110"), browserWith(handoverId)];
    for (const browser of browsers) await browser.send();
    const codes = await Promise.all(browsers.map((browser) => browser.code()));
    const wrong = ["000000", "111111"].find((code) => !codes.includes(code)) ?? "222222";
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, place) => browsers[place % 2]?.give(wrong)),
    );
    const said = guesses.map((guess) => (guess?.ok ? "in" : guess?.error.code)).toSorted();
    expect(said.filter((code) => code === "wrong")).toHaveLength(4);
    expect(said.filter((code) => code === "locked")).toHaveLength(1);
    expect(said.filter((code) => code === "ended")).toHaveLength(15);
    for (const [place, browser] of browsers.entries()) {
      expect(await browser.give(codes[place] ?? "")).toEqual(ended);
      expect(await browser.at()).toBe("ended");
    }
    expect(await auditOf(customerId)).toContain("handover.locked");
    const admin = await staff("admin");
    expect(await listHandovers(admin, customerId)).toMatchObject([{ state: "locked" }]);
    // The secrets are held again, for another link.
    expect(await listSecrets(admin, customerId)).toMatchObject([
      { state: "held" },
      { state: "held" },
    ]);
  });

  test("shows nothing after it is revoked, also to who is inside", async () => {
    const admin = await staff("admin");
    const { customerId, handoverId } = await handedOver(admin);
    const browser = browserWith(handoverId);
    await browser.enter();
    expect(await revokeHandover(await staff("onboarder"), { customerId, handoverId })).toEqual(
      done,
    );
    expect(await browser.show()).toEqual(ended);
    expect(await browser.at()).toBe("ended");
    expect(await revealSecret(admin, customerId, "production")).toMatchObject({ ok: true });
  });

  test("cannot be revoked once it was used, nor through another customer", async () => {
    const admin = await staff("admin");
    const { customerId, handoverId } = await handedOver(admin);
    const other = await sentCustomer(admin);
    const elsewhere = { customerId: other.id, handoverId };
    expect(await revokeHandover(admin, elsewhere)).toMatchObject({ error: { code: "not_found" } });
    const browser = browserWith(handoverId);
    await browser.enter();
    await browser.show();
    const revoked = await revokeHandover(admin, { customerId, handoverId });
    expect(revoked).toMatchObject({ error: { code: "over" } });
    expect(await browser.show()).toMatchObject({ ok: true });
  });

  test("is one and the same page when unknown, revoked, locked, expired or used", async () => {
    const admin = await staff("admin");
    const ways = [
      { revokedAt: sql`now()` },
      { lockedAt: sql`now()` },
      { expiresAt: sql`now()` },
      { revealedAt: sql`now()`, revealedDevice: "hod_elsewhere" },
    ];
    expect(await browserWith("hov_nobody").at()).toBe("ended");
    expect(await browserWith("hov_nobody").send()).toEqual(ended);
    for (const way of ways) {
      const { handoverId } = await handedOver(admin);
      await db.update(handovers).set(way).where(eq(handovers.id, handoverId));
      const browser = browserWith(handoverId);
      expect(await browser.at()).toBe("ended");
      expect(await browser.send()).toEqual(ended);
      expect(await mailsOf(handoverId)).toEqual(["handover"]);
    }
  });

  test("sends no more codes than anybody needs", async () => {
    const { handoverId } = await handedOver(await staff("admin"));
    const browser = browserWith(handoverId, "192.0.2.120");
    await browser.send();
    expect(await browser.send()).toMatchObject({ ok: true, value: { cookie: null } });
    expect(await browser.send({ another: true })).toMatchObject({ error: { code: "too_soon" } });
    for (let more = 0; more < 4; more++) {
      expect(await browserWith(handoverId, `192.0.2.${130 + more}`).send()).toMatchObject({
        ok: true,
      });
    }
    expect(await browserWith(handoverId, "192.0.2.140").send()).toMatchObject({
      error: { code: "too_many_codes" },
    });
  });

  test("can be opened again by its device for ten minutes, in which nothing else ends it", async () => {
    const admin = await staff("admin");
    const { customerId, handoverId } = await handedOver(admin, ["production"]);
    const browser = browserWith(handoverId);
    await browser.enter();
    await browser.show();
    expect(await revealSecret(admin, customerId, "production")).toMatchObject({
      error: { code: "not_held" },
    });
    await age(customerId, "11 minutes");
    expect(await browser.show()).toEqual(ended);
    expect(await browser.at()).toBe("received");
  });
});

describe("making one", () => {
  test("keeps the secret from everybody else until it is revoked", async () => {
    const admin = await staff("admin");
    const { customerId, handoverId } = await handedOver(admin);
    const promised = { error: { code: "promised" } };
    expect(await revealSecret(admin, customerId, "production")).toMatchObject(promised);
    const second = await createHandover(admin, { ...values, customerId });
    expect(second).toMatchObject({ error: { code: "not_held", kind: "sandbox" } });
    await revokeHandover(admin, { customerId, handoverId });
    expect(await createHandover(admin, { ...values, customerId })).toMatchObject({ ok: true });
  });

  test("of ten presses at once makes one", async () => {
    const admin = await staff("admin");
    const { id: customerId } = await sentCustomer(admin);
    const results = await Promise.all(
      Array.from({ length: 10 }, () => createHandover(admin, { ...values, customerId })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("takes a fresh sign-in, a person and something to hand over", async () => {
    const admin = await staff("admin");
    const { id: customerId } = await sentCustomer(admin);
    const hourAgo = new Date(Date.now() - 3_600_000);
    const stale = await createHandover(
      { ...admin, secondFactorAt: hourAgo },
      { ...values, customerId },
    );
    expect(stale).toMatchObject({ error: { code: "sign_in_again" } });
    const nothing = { customerId, name: "", email: "nobody", language: "xx", kinds: [] };
    expect(await createHandover(admin, nothing)).toMatchObject({
      error: {
        code: "incorrect",
        errors: {
          name: expect.any(String),
          email: expect.any(String),
          language: expect.any(String),
          kinds: expect.any(String),
        },
      },
    });
    const nobody = await createHandover(admin, { ...values, customerId: "cus_nobody" });
    expect(nobody).toMatchObject({ error: { code: "not_found" } });
  });

  test("is for an onboarder with the Sandbox secret alone", async () => {
    const onboarder = await staff("onboarder");
    const { id: customerId } = await sentCustomer(onboarder);
    const both = createHandover(onboarder, { ...values, customerId });
    await expect(both).rejects.toThrow(ForbiddenError);
    const sandbox = await createHandover(onboarder, { ...values, customerId, kinds: ["sandbox"] });
    expect(sandbox).toMatchObject({ ok: true });
  });
});

describe("what ends a link by itself", () => {
  test("a newer secret from Plaid", async () => {
    const { customerId, handoverId } = await handedOver(await staff("admin"));
    const secret = "n3wer0secret0value0of0plaid012";
    await db.transaction((tx) => keepSecret(tx, { customerId, kind: "production", secret }));
    expect((await handoverRow(handoverId)).revokedAt).not.toBeNull();
    expect(await browserWith(handoverId).at()).toBe("ended");
  });

  test("the removal of its customer", async () => {
    const admin = await staff("admin");
    const { customerId, handoverId } = await handedOver(admin);
    const browser = browserWith(handoverId);
    await browser.enter();
    expect(await removeCustomer(admin, customerId)).toEqual(done);
    expect(await browser.show()).toEqual(ended);
    expect((await secretRow(customerId, "production")).sealed).toBeNull();
  });
});
