import type { Page } from "@playwright/test";
import { emulator, expect, test } from "./fixtures";

/** Where a refusal shows: its section on the task list, and the field it is about. */
type Place = { section: string; step: string; field: string } | null;

const applicationName = { section: "Company", step: "company", field: "Application name" };
const logo = { section: "Logo and Link", step: "logo", field: "Logo" };

/** The twelve errors of https://plaid.com/docs/errors/partner/; the last one makes the portal ask for more. */
const refusals: [code: string, says: RegExp, place: Place][] = [
  ["CUSTOMER_NOT_FOUND", /Plaid does not know this end customer.*Look there/, null],
  ["FLOWDOWN_NOT_COMPLETE", /addendum.*An admin of your Plaid team must complete it/, null],
  ["QUESTIONNAIRE_NOT_COMPLETE", /questionnaire.*An admin of your Plaid team must complete/, null],
  ["CUSTOMER_NOT_READY_FOR_ENABLEMENT", /not approved.*ask your Plaid account manager/, null],
  ["CUSTOMER_ALREADY_ENABLED", /already enabled.*in the Plaid Dashboard/, null],
  ["CUSTOMER_REMOVAL_NOT_ALLOWED", /live in Production.*Ask your Plaid account manager/, null],
  ["OAUTH_REGISTRATION_ERROR", /bank did not register.*Compliance Center/, null],
  ["CUSTOMER_ALREADY_CREATED", /this name.*Choose another application name/, applicationName],
  ["LOGO_REQUIRED", /Plaid needs a logo.*Add a logo/, logo],
  ["INVALID_LOGO", /did not take the logo.*Choose the logo again/, logo],
  [
    "CONTACT_REQUIRED",
    /no technical or billing contact.*Enter both contacts/,
    { section: "Contacts", step: "contacts", field: "Given name" },
  ],
  [
    "ASSETS_UNDER_MANAGEMENT_REQUIRED",
    /Plaid needs the assets under management.*Enter the amount/,
    { section: "Products", step: "products", field: "Assets under management" },
  ],
];

test("each of Plaid's twelve refusals is told in words, at the answer it is about", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  test.slow();
  const draft = await makeCustomer({ status: "READY" });
  await signIn("onboarder");
  for (const [code, says, place] of refusals) {
    await test.step(code, async () => {
      await emulator.addFault({
        endpoint: "/partner/customer/create",
        ...{ kind: "partner-error", code, times: 1, containing: draft.companyName },
      });
      await page.goto(`/onboardings/${draft.id}/check`);
      await page.getByRole("button", { name: "Send to Plaid" }).click();
      await expect(told(page)).toContainText(code);
      await expect(told(page)).toContainText(says);
      await expect(told(page)).toContainText(/request_id\s*\w{10,}/);
      if (place) await expectAtField(page, says, place);

      await page.goto(`/onboardings/${draft.id}`);
      await expect(page.getByRole("main")).toContainText("Plaid refused the submission");
      await expect(page.getByRole("main")).toContainText(says);
      const row = page.getByRole("listitem").filter({ hasText: "There is a problem" });
      await expect(row).toHaveCount(1);
      await expect(row).toContainText(place?.section ?? "Check and submit");
    });
  }
  await page.goto(`/customers?q=${encodeURIComponent(draft.companyName)}`);
  await expect(page.getByRole("row").filter({ hasText: draft.companyName })).toContainText(
    "Plaid needs the assets under management",
  );
});

function told(page: Page) {
  return page.getByRole("alert").filter({ hasText: "There is a problem" });
}

async function expectAtField(
  page: Page,
  says: RegExp,
  { step, field }: NonNullable<Place>,
): Promise<void> {
  await told(page)
    .getByRole("link", { name: /^(Change|Go to) / })
    .click();
  await page.waitForURL(new RegExp(`/${step}\\?from=check#`));
  await expect(told(page).getByRole("link")).toHaveText(says);
  const input = page.getByLabel(field, { exact: true }).first();
  await expect(input).toHaveAccessibleDescription(says);
}

test("a refusal stays until that very answer changes", async ({ page, signIn, makeCustomer }) => {
  const draft = await makeCustomer({ status: "READY" });
  await signIn("onboarder");
  await emulator.addFault({
    endpoint: "/partner/customer/create",
    kind: "partner-error",
    code: "CUSTOMER_ALREADY_CREATED",
    times: 1,
    containing: draft.companyName,
  });
  await page.goto(`/onboardings/${draft.id}/check`);
  await page.getByRole("button", { name: "Send to Plaid" }).click();
  await expect(told(page)).toBeVisible();

  await test.step("another answer changes", async () => {
    await page.goto(`/onboardings/${draft.id}/support?from=check`);
    await page.getByLabel("Support email address").fill("new@harbor.example");
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await page.waitForURL(/\/check$/);
    await expect(told(page)).toContainText("CUSTOMER_ALREADY_CREATED");
  });

  await test.step("the refused one changes", async () => {
    await page.getByRole("link", { name: "Change application name" }).first().click();
    const name = page.getByLabel("Application name");
    await expect(name).toHaveAttribute("aria-invalid", "true");
    await name.fill(`${draft.companyName} Two`);
    await expect(name).not.toHaveAttribute("aria-invalid", "true");
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await page.waitForURL(/\/check$/);
    await expect(told(page)).toHaveCount(0);
  });
});
