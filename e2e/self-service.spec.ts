import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, mailbox, test } from "./fixtures";
import { codeFor, phone } from "./invitations";
import { Hand } from "./journey";

/** The whole way of an end customer that fills in its own part, on two devices. */
for (const javaScriptEnabled of [true, false]) {
  test(`invite, fill in, review, fix, approve and send; the customer ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    page,
    browser,
    signIn,
    makeCustomer,
    baseURL,
  }) => {
    const { id } = await makeCustomer({ status: "DRAFT" });
    const name = `Harbor ${randomUUID().slice(0, 8)}`;
    const email = `ana-${randomUUID()}@harbor.test`;
    const staff = new Hand(page);
    const context = await browser.newContext({
      ...phone,
      javaScriptEnabled,
      ...(baseURL && { baseURL }),
    });
    const customer = new Hand(await context.newPage());

    await test.step("staff invite", async () => {
      await signIn("onboarder");
      await page.goto(`/onboardings/${id}`);
      await staff.press("Invite customer", /\/invite$/);
      await staff.enter("Name", "Ana Ruiz");
      await staff.enter("Email address", email);
      await staff.press("Send invitation", /\/onboardings\/cus_\w+$/);
      await expect(page.getByText("The customer’s turn")).toBeVisible();
    });

    await test.step("the customer opens the link with the mailed code", async () => {
      const mail = await mailbox.waitFor(email);
      const [link = ""] = /http\S+\/apply\/[\w-]+/.exec(mail.text) ?? [];
      await customer.page.goto(link);
      await customer.press("Start");
      await customer.enter("Six-digit code", await codeFor(email));
      await customer.press("Continue");
      await expect(customer.page.getByRole("heading", { name: "Your sections" })).toBeVisible();
    });

    await test.step("fills in every section and submits", async () => {
      await customer.page.getByRole("link", { name: "Company" }).click();
      await customer.enter("Company name", name);
      await customer.enter("Legal entity name", `${name} Inc.`);
      await customer.enter("Website", "harbor.example");
      await customer.enter("Application name", name);
      await customer.enter("Street", "12 Harbor Street");
      await customer.enter("City", "Boston");
      await customer.enter("State or region", "MA");
      await customer.enter("Postal code", "02109");
      await customer.press("Continue", /\/contacts$/);
      await customer.press("Continue", /\/support$/);
      await customer.enter("Support email address", "help@elsewhere.example");
      await customer.press("Continue", /\/logo$/);
      await customer.press("Continue", /\/redirect-uris$/);
      await customer.press("Continue", /\/check$/);
      await customer.press("Submit for review", /\/apply\/[\w-]+$/);
      await expect(
        customer.page.getByRole("heading", { name: "Your answers were submitted" }),
      ).toBeVisible();
    });

    await test.step("staff ask for one change", async () => {
      await page.goto(`/review/${id}`);
      await expectStatus(page, "Ready for your review");
      const field = page
        .locator("dl > div")
        .filter({ has: page.getByRole("term").filter({ hasText: /^Support email address$/ }) });
      await field.getByText("Comment").first().click();
      await field.getByRole("textbox").fill("Is this your own domain?");
      await field.getByRole("button", { name: "Ask the customer" }).click();
      await expect(
        field.getByRole("listitem").filter({ hasText: "Is this your own domain?" }),
      ).toBeVisible();
      await staff.press("Request changes");
      await expect(page.getByText("Changes were requested")).toBeVisible();
    });

    await test.step("the customer sees just that field, fixes it and submits again", async () => {
      const mail = await mailbox.waitFor(email, ({ text }) => text.includes("own domain"));
      const [link = ""] = /http\S+\/apply\/[\w-]+/.exec(mail.text) ?? [];
      await customer.page.goto(link);
      await expect(customer.page.getByRole("main")).toContainText("Is this your own domain?");
      await customer.page
        .getByRole("link", { name: /Support/ })
        .first()
        .click();
      await expect(customer.page.getByLabel("Support phone number")).toHaveAttribute(
        "readonly",
        "",
      );
      await customer.enter("Support email address", "help@harbor.example");
      // Without JavaScript the fragment of the field stays in the address.
      await customer.press("Continue", /\/logo(#|$)/);
      await customer.page.goto(`${link}/check`);
      await customer.press("Submit for review", /\/apply\/[\w-]+$/);
    });

    await test.step("staff approve, confirm and send", async () => {
      await page.goto(`/review/${id}`);
      await expect(page.getByRole("main")).toContainText("Was help@elsewhere.example");
      await staff.press("Approve", /\/attestations/);
      await staff.tick(/^Due diligence/);
      await staff.tick(/^Bank addendum/);
      await staff.continueTo("check");
      await staff.press("Send to Plaid", /\/customers\/cus_\w+$/);
      await expectStatus(page, "Ready to enable");
    });

    await customer.page.goto(customer.page.url());
    await expect(customer.page.getByRole("button", { name: "Submit for review" })).toHaveCount(0);
    await context.close();
  });
}

async function expectStatus(page: Page, label: string): Promise<void> {
  await expect(page.getByText(label, { exact: true }).first()).toBeVisible();
}
