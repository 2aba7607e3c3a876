import { expect, test } from "vitest";
import { checkStep } from "@/lib/onboarding/check-step";
import { type Answers, answerSteps } from "@/lib/onboarding/model";
import type { CheckedAnswers } from "@/lib/onboarding/step-checks";
import { completeAnswers } from "@/scripts/testing/drafts";
import { partner } from "@/scripts/testing/partner";
import { asSent } from "./as-sent";

function check(answers: Answers): CheckedAnswers {
  const outputs = answerSteps.map((step) => [step, checkStep(step, answers, partner).output]);
  // The outputs of the same steps.
  return Object.fromEntries(outputs) as CheckedAnswers;
}

test("what was typed and not sent is not shown as sent, and the rest is in Plaid's form", () => {
  const answers = completeAnswers("Harbor");
  answers.contacts.billing.use = "ours";
  answers.company.registrationNumber = "12345";
  answers.company.address.region = "Massachusetts";
  answers.support.phoneNumber = "(617) 555-0132";
  answers.products.products = ["auth"];
  answers.products.assetsUnderManagement = { amount: "12", currency: "USD" };

  const sent = asSent(check(answers));
  expect(sent.contacts.billing).toEqual({ use: "ours", givenName: "", familyName: "", email: "" });
  expect(sent.contacts.technical.givenName).toBe("Ana");
  expect(sent.company).toMatchObject({
    isDepository: false,
    registrationNumber: "",
    address: { region: "MA" },
  });
  expect(sent.support.phoneNumber).toBe("+16175550132");
  expect(sent.products).toEqual({
    use: "ours",
    products: [],
    assetsUnderManagement: { amount: "", currency: "" },
  });
});

test("what was sent would be sent again, unchanged", () => {
  const checked = check(completeAnswers("Harbor"));
  expect(check(asSent(checked))).toEqual(checked);
});
