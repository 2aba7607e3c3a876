import { describe, expect, test } from "vitest";
import { ForbiddenError } from "@/lib/auth/actor";
import { getSettings } from "@/lib/partner-settings/read";
import { saveRetention } from "@/lib/partner-settings/save-retention";
import { applicant, type Staff, staff, system } from "@/scripts/testing/actors";
import { auditOf, readyDraft, sentCustomer } from "@/scripts/testing/drafts";
import { age, secretRow } from "@/scripts/testing/secrets";
import { sayWrong } from "@/scripts/testing/settings";
import { deleteDueSecret } from "./delete-due";
import { pasteSecret } from "./paste";
import { listSecrets } from "./queries";
import { confirmStored, revealSecret } from "./reveal";

/** The same person after signing in again. */
function anotherSession(person: Staff): Staff {
  return { ...person, authenticatedAt: new Date(person.authenticatedAt.getTime() + 1) };
}

async function stateOf(actor: Staff, id: string) {
  const views = await listSecrets(actor, id);
  return views.find(({ kind }) => kind === "production");
}

const notHeld = { ok: false, error: { code: "not_held" } };

describe("revealing", () => {
  test("of five people at once shows it to one, by name and address", async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => staff("admin")));
    const { id } = await sentCustomer(people[0] ?? (await staff("admin")));
    const results = await Promise.all(
      people.map((person) => revealSecret(person, id, "production")),
    );
    const shown = results.filter(({ ok }) => ok);
    expect(shown).toMatchObject([{ value: { secret: expect.stringMatching(/^\w{20,}$/) } }]);
    const winner = people[results.findIndex(({ ok }) => ok)];
    expect(await secretRow(id, "production")).toMatchObject({
      revealedBy: winner?.userId,
      revealedIp: "192.0.2.7",
    });
    expect((await auditOf(id)).filter((action) => action === "secret.revealed")).toHaveLength(1);
  });

  test("can be repeated by the same session for ten minutes, and by nobody else", async () => {
    const admin = await staff("admin");
    const { id } = await sentCustomer(admin);
    const first = await revealSecret(admin, id, "production");
    expect(await revealSecret(admin, id, "production")).toEqual(first);
    expect(await stateOf(admin, id)).toMatchObject({ state: "open", yours: true });

    const others = [anotherSession(admin), await staff("admin")];
    for (const other of others) {
      expect(await revealSecret(other, id, "production")).toEqual(notHeld);
      expect(await stateOf(other, id)).toMatchObject({ state: "open", yours: false });
    }
    await age(id, "9 minutes 50 seconds");
    expect(await revealSecret(admin, id, "production")).toMatchObject({ ok: true });
    await age(id, "10 seconds");
    expect(await revealSecret(admin, id, "production")).toEqual(notHeld);
    expect(await auditOf(id)).toContain("secret.revealed_again");
  });

  test("ends when it is said to be stored, by who was shown it", async () => {
    const admin = await staff("admin");
    const { id } = await sentCustomer(admin);
    const notYours = { error: { code: "not_yours" } };
    expect(await confirmStored(admin, id, "production")).toMatchObject(notYours);
    await revealSecret(admin, id, "production");
    const other = await staff("admin");
    expect(await confirmStored(other, id, "production")).toMatchObject(notYours);
    expect((await secretRow(id, "production")).sealed).not.toBeNull();

    expect(await confirmStored(admin, id, "production")).toEqual({ ok: true, value: null });
    expect(await confirmStored(admin, id, "production")).toEqual({ ok: true, value: null });
    expect(await secretRow(id, "production")).toMatchObject({ sealed: null, dueAt: null });
    expect(await revealSecret(admin, id, "production")).toEqual(notHeld);
    expect(await stateOf(admin, id)).toMatchObject({
      state: "revealed",
      revealedBy: admin.name,
      revealedFrom: "192.0.2.7",
    });
  });

  test("takes a fresh sign-in, but opening it again does not", async () => {
    const admin = await staff("admin");
    const minutesAgo = (minutes: number) => ({
      ...admin,
      secondFactorAt: new Date(Date.now() - minutes * 60_000),
    });
    const { id } = await sentCustomer(admin);
    const again = { error: { code: "sign_in_again" } };
    expect(await revealSecret(minutesAgo(16), id, "production")).toMatchObject(again);
    expect((await secretRow(id, "production")).revealedAt).toBeNull();

    const almostStale = minutesAgo(14.9);
    expect(await revealSecret(almostStale, id, "production")).toMatchObject({ ok: true });
    expect(await revealSecret(minutesAgo(20), id, "production")).toMatchObject({ ok: true });
  });

  test.each([
    ["a viewer", () => staff("viewer")],
    ["an invited customer", async () => applicant],
    ["the system", async () => system],
  ])("is not for %s", async (_, actor) => {
    const { id } = await sentCustomer(await staff("onboarder"));
    const stranger = await actor();
    await expect(revealSecret(stranger, id, "sandbox")).rejects.toThrow(ForbiddenError);
    await expect(confirmStored(stranger, id, "sandbox")).rejects.toThrow(ForbiddenError);
  });

  test("of Production is not for an onboarder, the Sandbox one is", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    await expect(revealSecret(onboarder, id, "production")).rejects.toThrow(ForbiddenError);
    expect(await revealSecret(onboarder, id, "sandbox")).toMatchObject({ ok: true });
  });
});

describe("a pasted secret", () => {
  const typed = "p4sted0secret0value0of0plaid01";

  test("is kept like one that came, where none is held", async () => {
    const admin = await staff("admin");
    const { id } = await sentCustomer(admin);
    const paste = () => pasteSecret(admin, { customerId: id, kind: "production", typed });
    expect(await paste()).toMatchObject({ error: { code: "held" } });
    await revealSecret(admin, id, "production");
    expect(await paste()).toMatchObject({ error: { code: "held" } });
    await confirmStored(admin, id, "production");
    expect(await paste()).toEqual({ ok: true, value: null });
    expect(await stateOf(admin, id)).toMatchObject({ state: "held", pasted: true });
    expect((await secretRow(id, "production")).sealed?.includes(typed)).toBe(false);
    expect(await revealSecret(admin, id, "production")).toMatchObject({ value: { secret: typed } });
    expect(await auditOf(id)).toContain("secret.pasted");
  });

  test.each([
    ["", "malformed"],
    [`${typed} `.repeat(2), "malformed"],
    [`"${typed}"`, "malformed"],
    ["short", "malformed"],
    ["demo0partner0secret0for0emulator", "other_value"],
  ])("%j is refused as %s", async (value, code) => {
    const admin = await staff("admin");
    const { id } = await sentCustomer(admin);
    const pasted = await pasteSecret(admin, { customerId: id, kind: "sandbox", typed: value });
    expect(pasted).toMatchObject({ error: { code } });
  });

  test("needs a customer that Plaid knows", async () => {
    const admin = await staff("admin");
    const draft = await readyDraft(admin);
    for (const customerId of [draft, "cus_nobody"]) {
      const pasted = await pasteSecret(admin, { customerId, kind: "sandbox", typed });
      expect(pasted).toMatchObject({ error: { code: "not_found" } });
    }
  });
});

describe("time", () => {
  test("deletes what was shown after ten minutes and what nobody asked for after the set days", async () => {
    const admin = await staff("admin");
    const { id } = await sentCustomer(admin);
    const [sandbox, production] = [
      await secretRow(id, "sandbox"),
      await secretRow(id, "production"),
    ];
    await revealSecret(admin, id, "production");
    for (const { id: secret } of [sandbox, production]) await deleteDueSecret(secret);
    expect((await secretRow(id, "sandbox")).sealed).not.toBeNull();
    expect((await secretRow(id, "production")).sealed).not.toBeNull();

    await age(id, "11 minutes");
    for (const { id: secret } of [sandbox, production]) await deleteDueSecret(secret);
    expect((await secretRow(id, "sandbox")).sealed).not.toBeNull();
    expect(await secretRow(id, "production")).toMatchObject({ sealed: null, expiredAt: null });

    await age(id, "30 days");
    await deleteDueSecret(sandbox.id);
    expect(await secretRow(id, "sandbox")).toMatchObject({ sealed: null, dueAt: null });
    const [shown] = await listSecrets(admin, id);
    expect(shown).toMatchObject({ state: "expired" });
    const deleted = (await auditOf(id)).filter((action) => action === "secret.deleted");
    expect(deleted).toHaveLength(2);
  });

  test("is counted anew when the partner keeps secrets for longer or shorter", async () => {
    const admin = await staff("admin");
    const { id } = await sentCustomer(admin);
    await age(id, "8 days");
    const { id: secret } = await secretRow(id, "sandbox");
    const keepFor = async (secretDays: string) => {
      const { version } = await getSettings(admin);
      const typed = { draftDays: "180", secretDays };
      await saveRetention(admin, { version, typed }, sayWrong);
    };
    await keepFor("7");
    expect(Number((await secretRow(id, "sandbox")).dueAt)).toBeLessThan(Date.now());
    await keepFor("90");
    await deleteDueSecret(secret);
    expect((await secretRow(id, "sandbox")).sealed).not.toBeNull();
    await keepFor("7");
    await deleteDueSecret(secret);
    expect((await secretRow(id, "sandbox")).sealed).toBeNull();
    await keepFor("30");
  });
});
