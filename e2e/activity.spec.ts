import { expect, test } from "./fixtures";

test("what was chosen and typed in a step is told in words", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id } = await makeCustomer({ status: "DRAFT" });
  await signIn("onboarder");
  await page.goto(`/onboardings/${id}/contacts`);
  const technical = page.getByRole("group", { name: "Technical contact", exact: true });
  await technical.getByRole("radio", { name: "Someone at the customer" }).check();
  await expect(page.locator("#save-state")).toHaveText(/^Saved/);
  await page.goto(`/customers/${id}/activity`);
  const told = page.locator("dd").filter({ hasText: "someone at the customer" });
  await expect(told).toHaveText("was ours, now someone at the customer");
  await expect(told.locator("xpath=preceding-sibling::dt")).toHaveText("Technical contact");
});
