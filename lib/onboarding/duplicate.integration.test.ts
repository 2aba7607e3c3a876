import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { applicant, staff, system } from "@/scripts/testing/actors";
import { completeAnswers, customerRow, sentCustomer, wholeStep } from "@/scripts/testing/drafts";
import { duplicateOnboarding } from "./duplicate";
import { getOnboarding } from "./queries";
import { saveStep } from "./save-step";
import { startOnboarding } from "./start";

const full = () => {
  const answers = completeAnswers();
  return {
    ...answers,
    company: { ...answers.company, isDepository: true, registrationNumber: "628" },
    support: {
      email: "help@harbor.example",
      phoneNumber: "+1 617 555 0132",
      contactUrl: "https://harbor.example/contact",
      linkUpdateUrl: "https://harbor.example/banks",
    },
    products: { ...answers.products, use: "chosen" as const, products: ["auth", "balance"] },
    "redirect-uris": { redirectUris: ["https://harbor.example/oauth"] },
  };
};

describe("a duplicate", () => {
  test("shares what two companies of one house share, and nothing that is one company's own", async () => {
    const onboarder = await staff("onboarder");
    const answers = full();
    const source = await sentCustomer(onboarder, answers);

    const duplicated = await duplicateOnboarding(onboarder, source.id);
    if (!duplicated.ok) throw new Error("It was not duplicated");
    const view = await getOnboarding(onboarder, duplicated.value.id);

    expect(view?.answers).toEqual({
      company: {
        companyName: "",
        legalEntityName: "",
        website: "",
        applicationName: "",
        address: answers.company.address,
        isDepository: true,
        registrationNumber: "",
      },
      contacts: answers.contacts,
      support: { ...answers.support, contactUrl: "", linkUpdateUrl: "" },
      products: answers.products,
      logo: { createLinkCustomization: false, logo: "" },
      "redirect-uris": { redirectUris: [] },
    });
    expect(view?.attestation).toMatchObject({ current: false, evidence: [] });
    expect(view?.resume).toBe("company");
  });

  test("is a draft of its own that lacks what has to be typed", async () => {
    const onboarder = await staff("onboarder");
    const source = await sentCustomer(onboarder);
    const duplicated = await duplicateOnboarding(onboarder, source.id);
    if (!duplicated.ok) throw new Error("It was not duplicated");

    const row = await customerRow(duplicated.value.id);
    expect(row).toMatchObject({
      status: "DRAFT",
      clientId: null,
      submittedAt: null,
      companyName: "",
      applicationNameKey: "",
      createdBy: onboarder.userId,
    });
    expect(row.gaps.map(({ path }) => path)).toEqual([
      "companyName",
      "legalEntityName",
      "website",
      "applicationName",
    ]);
    const entries = await db
      .select({ action: auditEntries.action, details: auditEntries.details })
      .from(auditEntries)
      .where(eq(auditEntries.subject, row.id));
    expect(entries).toEqual([
      {
        action: "onboarding.duplicated",
        details: { from: source.id, companyName: expect.any(String) },
      },
    ]);
  });

  test("leaves the other one as it is, and is edited on its own", async () => {
    const onboarder = await staff("onboarder");
    const source = await sentCustomer(onboarder);
    const before = await customerRow(source.id);
    const duplicated = await duplicateOnboarding(onboarder, source.id);
    if (!duplicated.ok) throw new Error("It was not duplicated");
    const support = { email: "other@harbor.example" };
    await saveStep(onboarder, wholeStep(duplicated.value.id, "support", support, { base: 1 }));

    expect(await customerRow(source.id)).toEqual(before);
    expect((await getOnboarding(onboarder, duplicated.value.id))?.answers.support).toMatchObject(
      support,
    );
    expect((await getOnboarding(onboarder, source.id))?.answers.support.email).toBe(
      "help@harbor.example",
    );
  });

  test("of a draft nobody has touched is a draft nobody has touched", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    const duplicated = await duplicateOnboarding(onboarder, id);
    if (!duplicated.ok) throw new Error("It was not duplicated");
    expect((await getOnboarding(onboarder, duplicated.value.id))?.started).toBe(false);
  });
});

test.each(["cus_nobody", ""])("nothing is made of %j", async (id) => {
  expect(await duplicateOnboarding(await staff("onboarder"), id)).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
});

test("only those who may edit may duplicate", async () => {
  const source = await sentCustomer(await staff("onboarder"));
  for (const actor of [await staff("viewer"), applicant, system]) {
    await expect(duplicateOnboarding(actor, source.id)).rejects.toBeInstanceOf(ForbiddenError);
  }
});
