import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { partnerApiRequests, partnerSettings, rateBudgets } from "@/db/schema";
import { composeMail } from "@/lib/mail/compose";
import { partnerName, readPartner, secondPerson } from "@/lib/onboarding/partner";
import { readState } from "@/lib/onboarding/read-state";
import { saveStep } from "@/lib/onboarding/save-step";
import { startOnboarding } from "@/lib/onboarding/start";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { staff } from "@/scripts/testing/actors";
import { emulator } from "@/scripts/testing/context";
import {
  attemptsOf,
  auditOf,
  completeAnswers,
  confirm,
  customerRow,
  readyDraft,
  wholeStep,
} from "@/scripts/testing/drafts";
import { invited } from "@/scripts/testing/invitations";
import { mailsTo } from "@/scripts/testing/reviews";
import { noDefaults, sayWrong } from "@/scripts/testing/settings";
import type { Defaults } from "./model";
import { getSettings } from "./read";
import { saveDefaults } from "./save-defaults";
import { saveRetention } from "./save-retention";
import { saveSecondPerson } from "./save-second-person";
import { saveWelcome } from "./save-welcome";
import { testConnection } from "./test-connection";

beforeEach(() => db.delete(partnerSettings));
afterEach(() => db.delete(partnerSettings));

const typed: Defaults = { ...noDefaults, partnerName: "Nordwind GmbH", countryCode: "DE" };

const logged = () => auditOf("partner_settings");

describe("defaults", () => {
  test("are used by drafts, those that were started already included", async () => {
    const admin = await staff("admin");
    const { id } = await startOnboarding(admin);
    const all: Defaults = {
      ...typed,
      technicalContact: "Tess Lindqvist",
      supportEmail: "help@nordwind.example",
      supportPhoneNumber: "030 901820",
      supportContactUrl: "nordwind.example/help",
      products: ["transactions", "auth", "made_up"],
      hasMonthlyCommitment: true,
      accountSince: "2024-11-26",
    };
    const saved = await saveDefaults(admin, { version: 0, typed: all }, sayWrong);
    expect(saved).toMatchObject({ ok: true });
    const { answers, partner, gaps } = await readState(db, id);
    expect(answers.company.address.countryCode).toBe("DE");
    expect(partner).toMatchObject({
      ...{ partnerName: "Nordwind GmbH", technicalContact: "Tess Lindqvist", billingContact: null },
      ...{ products: ["auth", "transactions"], supportMandatory: false },
      supportEmail: "help@nordwind.example",
    });
    expect(gaps).toContainEqual({ step: "products", path: "assetsUnderManagement.amount" });
    expect(gaps).not.toContainEqual({ step: "support", path: "email" });
    expect((await getSettings(admin)).defaults).toMatchObject({
      ...{ supportPhoneNumber: "+4930901820", supportContactUrl: "https://nordwind.example/help" },
    });
    expect((await logged()).at(-1)).toBe("settings.defaults_changed");
  });

  test.each([
    [{ partnerName: " " }, "partnerName"],
    [{ countryCode: "XX" }, "countryCode"],
    [{ supportEmail: "nobody" }, "supportEmail"],
    [{ supportPhoneNumber: "call us" }, "supportPhoneNumber"],
    [{ supportLinkUpdateUrl: "ftp://x" }, "supportLinkUpdateUrl"],
    [{ accountSince: "2024-02-31" }, "accountSince"],
    [{ accountSince: "2999-01-01" }, "accountSince"],
    [{ technicalContact: "x".repeat(201) }, "technicalContact"],
  ] as const)("%j is told at its field, and nothing is saved", async (change, field) => {
    const saved = await saveDefaults(
      await staff("admin"),
      { version: 0, typed: { ...typed, ...change } },
      sayWrong,
    );
    expect(saved).toMatchObject({
      error: { code: "incorrect", errors: { [field]: expect.stringMatching(/^[A-Z].*[^.]$/) } },
    });
    expect(await partnerName()).toBeNull();
  });

  test("of two people at once, one is told that the other was faster", async () => {
    const [first, second] = [await staff("admin"), await staff("admin")];
    const before = (await logged()).length;
    const outcomes = await Promise.all(
      [first, second].map((admin) => saveDefaults(admin, { version: 0, typed }, sayWrong)),
    );
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(outcomes).toContainEqual({ ok: false, error: { code: "changed_meanwhile" } });
    expect(await logged()).toHaveLength(before + 1);
    const { version } = await getSettings(first);
    expect(await saveDefaults(second, { version, typed }, sayWrong)).toMatchObject({ ok: true });
  });
});

describe("support information", () => {
  test.each([
    ["", true],
    ["2024-11-27", true],
    ["2024-11-26", false],
  ])("of a partner since %j is mandatory: %j", async (accountSince, mandatory) => {
    const admin = await staff("admin");
    await saveDefaults(admin, { version: 0, typed: { ...typed, accountSince } }, sayWrong);
    expect((await readPartner(db)).supportMandatory).toBe(mandatory);
  });

  test("that may be left out is not sent at all", async () => {
    const admin = await staff("admin");
    const old = { ...typed, accountSince: "2020-01-01" };
    await saveDefaults(admin, { version: 0, typed: old }, sayWrong);
    const answers = completeAnswers();
    const id = await readyDraft(admin, { ...answers, support: { ...answers.support, email: "" } });
    await confirm(admin, id);
    await emulator.setPartner({ support_info_mandatory: false });
    const sent = await submitOnboarding(admin, id);
    await emulator.setPartner({ support_info_mandatory: true });
    expect(sent).toMatchObject({ ok: true });
    const requests = await emulator.requests<{ path: string; body: object }[]>();
    const bodies = requests
      .filter(({ path }) => path === "/partner/customer/create")
      .map(({ body }) => body);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).not.toHaveProperty("customer_support_info");
    expect((await attemptsOf(id))[0]?.state).toBe("CREATED");
  });
});

describe("invited people", () => {
  test("read the greeting, and answer to the partner's address", async () => {
    const admin = await staff("admin");
    const said = { greeting: "Good to have you!", contactEmail: "hello@nordwind.example" };
    const saved = await saveWelcome(admin, { version: 0, typed: said }, sayWrong);
    expect(saved).toMatchObject({ ok: true });
    const { applicant } = await invited(admin);
    const [mail] = await mailsTo(applicant.email);
    const facts = { recipient: applicant.email, parameters: mail?.parameters ?? {} };
    const written = await composeMail("invitation", facts);
    expect(written?.text).toContain("Good to have you!");
    expect(written?.replyTo).toBe("hello@nordwind.example");
    expect((await logged()).at(-1)).toBe("settings.welcome_changed");
  });

  test.each([{ contactEmail: "nobody" }, { greeting: "x".repeat(301) }])(
    "never read %j",
    async (change) => {
      const said = { contactEmail: "", greeting: "", ...change };
      const saved = await saveWelcome(await staff("admin"), { version: 0, typed: said }, sayWrong);
      expect(saved).toMatchObject({ error: { code: "incorrect" } });
    },
  );
});

describe("retention", () => {
  test.each([
    ["29", "30"],
    ["731", "30"],
    ["180", "0"],
    ["180", "366"],
    ["180.5", "30"],
    ["", "30"],
    ["many", "30"],
  ])("of %j days for drafts and %j for secrets is refused", async (draftDays, secretDays) => {
    const saved = await saveRetention(
      await staff("admin"),
      { version: 0, typed: { draftDays, secretDays } },
      sayWrong,
    );
    expect(saved).toMatchObject({ error: { code: "incorrect" } });
  });

  test("is saved and audited", async () => {
    const admin = await staff("admin");
    const days = { draftDays: "90", secretDays: "14" };
    const saved = await saveRetention(admin, { version: 0, typed: days }, sayWrong);
    expect(saved).toMatchObject({ ok: true });
    expect((await getSettings(admin)).retention).toEqual({ draftDays: 90, secretDays: 14 });
    expect((await logged()).at(-1)).toBe("settings.retention_changed");
  });
});

describe("two people", () => {
  const wanted = { sends: true, enables: false };

  test("are wanted from now on, and that is audited", async () => {
    const admin = await staff("admin");
    expect(await saveSecondPerson(admin, { version: 0, wanted })).toMatchObject({ ok: true });
    expect(await secondPerson(db)).toEqual(wanted);
    expect((await logged()).at(-1)).toBe("settings.second_person");
  });

  test("are not turned off at a desk somebody left", async () => {
    const left = { ...(await staff("admin")), secondFactorAt: new Date(Date.now() - 3_600_000) };
    const saved = await saveSecondPerson(left, { version: 0, wanted });
    expect(saved).toEqual({ ok: false, error: { code: "sign_in_again" } });
    expect(await secondPerson(db)).toEqual({ sends: false, enables: false });
  });
});

describe("the connection", () => {
  beforeEach(() => db.delete(rateBudgets));
  afterEach(() => emulator.faults([]));
  const get = "/partner/customer/get";

  test("works: one question, which changes nothing", async () => {
    const before = await emulator.state();
    const tested = await testConnection(await staff("admin"));
    expect(tested).toMatchObject({
      ok: true,
      value: { outcome: "works", latencyMs: expect.any(Number), requestId: expect.any(String) },
    });
    expect(await emulator.state()).toEqual(before);
    expect((await logged()).at(-1)).toBe("settings.connection_tested");
  });

  test.each([
    ["500", "unavailable"],
    ["malformed", "unavailable"],
    ["drop-before", "unavailable"],
    ["429", "rate_limited"],
  ] as const)("meets %s: %s, asked once", async (kind, expected) => {
    const asked = await db.$count(partnerApiRequests);
    await emulator.faults([{ endpoint: get, kind }]);
    const tested = await testConnection(await staff("admin"));
    expect(tested).toMatchObject({
      ok: true,
      value: { outcome: "failed", problem: { kind: expected } },
    });
    expect(await db.$count(partnerApiRequests)).toBe(asked + 1);
  });

  test("is tested once in ten seconds, by all together", async () => {
    const [first, second] = [await staff("admin"), await staff("admin")];
    const outcomes = await Promise.all(
      [first, second, first].map((admin) => testConnection(admin)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, error: { code: "too_soon" } });
    await db.update(rateBudgets).set({ updatedAt: sql`now() - interval '10 seconds'` });
    expect(await testConnection(second)).toMatchObject({ ok: true });
  });

  test("is not tested at a desk somebody left", async () => {
    const left = { ...(await staff("admin")), secondFactorAt: new Date(Date.now() - 3_600_000) };
    const before = await db.$count(partnerApiRequests);
    expect(await testConnection(left)).toEqual({ ok: false, error: { code: "sign_in_again" } });
    expect(await db.$count(partnerApiRequests)).toBe(before);
  });
});

test("a name that is typed in a step stays, whatever the defaults are", async () => {
  const admin = await staff("admin");
  const { id } = await startOnboarding(admin);
  await saveStep(admin, wholeStep(id, "company", completeAnswers().company));
  await saveDefaults(admin, { version: 0, typed }, sayWrong);
  expect((await readState(db, id)).answers.company.address.countryCode).toBe("US");
  expect((await customerRow(id)).country).toBe("US");
});
