import type { Page } from "@playwright/test";

/**
 * Types the answers of the shortest path; each step ends with Continue.
 *
 * @param answered called before each Continue
 */
export async function fillWizard(
  page: Page,
  name: string,
  answered = async () => {},
): Promise<void> {
  const next = async (step: string) => {
    await answered();
    await continueTo(page, step);
  };
  await page.getByLabel("Company name").fill(name);
  await page.getByLabel("Legal entity name").fill(`${name} Inc.`);
  await page.getByLabel("Website").fill("harbor.example");
  await page.getByLabel("Application name").fill(name);
  await page.getByLabel("Country").selectOption({ label: "United States" });
  await page.getByLabel("Street").fill("12 Harbor Street");
  await page.getByLabel("City").fill("Boston");
  await page.getByLabel("State or region").fill("MA");
  await page.getByLabel("Postal code").fill("02109");
  await next("contacts");

  const technical = page.getByRole("group", { name: "Technical contact" });
  await technical.getByLabel("Given name").fill("Ana");
  await technical.getByLabel("Family name").fill("Ruiz");
  await technical.getByLabel("Email address").fill("ana@harbor.example");
  const billing = page.getByRole("group", { name: "Billing contact" });
  await billing.getByLabel("Given name").fill("Bo");
  await billing.getByLabel("Family name").fill("Li");
  await billing.getByLabel("Email address").fill("bo@harbor.example");
  await next("support");

  await page.getByLabel("Support email address").fill("help@harbor.example");
  await next("products");
  await next("logo");
  await next("redirect-uris");
  await page.getByLabel("Redirect URI 1").fill("https://harbor.example/oauth");
  await next("attestations");
  await page.getByRole("checkbox", { name: /^Due diligence/ }).check();
  await page.getByRole("checkbox", { name: /^Bank addendum/ }).check();
  await next("check");
}

export async function continueTo(page: Page, step: string): Promise<void> {
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.waitForURL(new RegExp(`/onboardings/[^/]+/${step}(\\?|$)`));
}

export async function startOnboarding(page: Page): Promise<void> {
  await page.goto("/customers");
  await page.getByRole("button", { name: "New end customer" }).click();
  await page.waitForURL(/\/onboardings\/[^/]+\/company/);
}
