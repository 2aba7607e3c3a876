import { describe, expect, test } from "vitest";
import { blocking, type Facts, requirementsOf } from "@/lib/requirements/model";
import { calm, codesOf, refusal } from "@/scripts/testing/facts";

describe("a draft", () => {
  test("lacks what Plaid's fields are called, in the order of the wizard", () => {
    const gaps = [
      { step: "support", path: "email" },
      { step: "products", path: "assetsUnderManagement.currency" },
      { step: "company", path: "address.city" },
      { step: "company", path: "website" },
      { step: "company", path: "address.street" },
      { step: "products", path: "assetsUnderManagement.amount" },
    ] as const;
    expect(codesOf({ gaps: [...gaps] })).toEqual([
      "website",
      "address",
      "customer_support_info.email",
      "assets_under_management",
      "is_diligence_attested",
      "bank_addendum_acceptance",
    ]);
  });

  test("says which parts of an object are missing, and leads to the first", () => {
    const [address] = requirementsOf({
      ...calm,
      gaps: [
        { step: "company", path: "address.postalCode" },
        { step: "company", path: "address.street" },
      ],
    });
    expect(address).toMatchObject({
      section: "company",
      owner: "you",
      severity: "blocks_submit",
      reason: "Street and Postal code – missing or to be corrected",
      action: { label: "Go to Company", href: "/onboardings/cus_1/company#address.street" },
    });
  });

  test("of which only a section is known to be incomplete leads to that section", () => {
    const [company] = requirementsOf({ ...calm, gaps: [{ step: "company", path: "" }] });
    expect(company).toMatchObject({
      code: "company",
      reason: "Company – missing or to be corrected",
      action: { href: "/onboardings/cus_1/company" },
    });
  });

  test("says when a confirmation has to be made again", () => {
    const [diligence] = requirementsOf({ ...calm, confirmedBefore: true });
    expect(diligence?.reason).toContain("confirmed again");
  });

  test("that is ready has to be sent", () => {
    expect(requirementsOf({ ...calm, status: "READY", attested: true })).toMatchObject([
      { code: "submit", owner: "you", action: { href: "/onboardings/cus_1/check" } },
    ]);
  });

  test("that was refused begins with the refusal, at its field", () => {
    const [first, second] = requirementsOf({
      ...calm,
      status: "SUBMIT_FAILED",
      refusal: refusal("CUSTOMER_ALREADY_CREATED"),
      gaps: [{ step: "company", path: "companyName" }],
    });
    expect(first).toMatchObject({
      code: "application_name",
      section: "company",
      since: calm.statusSince,
      action: {
        label: "Change the application name",
        href: "/onboardings/cus_1/company#applicationName",
      },
    });
    expect(first?.reason).toMatch(/^Plaid already has an application with this name\. /);
    expect(second?.code).toBe("company_name");
  });

  test("that was refused for no answer of ours says who must do what, and is sent again", () => {
    const [first] = requirementsOf({
      ...calm,
      status: "SUBMIT_FAILED",
      attested: true,
      refusal: refusal("FLOWDOWN_NOT_COMPLETE"),
    });
    expect(first).toMatchObject({
      code: "FLOWDOWN_NOT_COMPLETE",
      section: "check",
      action: { href: "/onboardings/cus_1/check" },
    });
    expect(first?.reason).toContain("An admin of your Plaid team");
  });

  test("is told what is worth adding last, and it blocks nothing", () => {
    const facts: Facts = {
      ...calm,
      status: "READY",
      attested: true,
      left: [
        { step: "support", path: "phoneNumber" },
        { step: "logo", path: "logo" },
        { step: "support", path: "contactUrl" },
      ],
    };
    const all = requirementsOf(facts);
    expect(all.map(({ code }) => code)).toEqual([
      "submit",
      "customer_support_info.phone_number",
      "logo",
    ]);
    expect(blocking(all)).toEqual(all.slice(0, 1));
  });
});
