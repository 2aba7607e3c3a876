import { expect, test } from "./fixtures";
import { Hand, logoFile, onStep } from "./journey";

test.use({ javaScriptEnabled: false });

test("the whole main line works with JavaScript off", async ({ page, signIn }) => {
  await signIn("admin");
  const name = `No Script ${Date.now()}`;
  const hand = new Hand(page);
  await page.goto("/customers");
  await hand.press("New end customer", onStep("company"));

  await test.step("a bad answer is explained and everything typed is kept", async () => {
    await hand.enter("Company name", name);
    await hand.enter("Website", "javascript:alert(1)");
    await hand.press("Continue");
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expect(page).toHaveTitle(/^Error: Company/);
    await expect(page.getByLabel("Company name")).toHaveValue(name);
    await expect(page.getByLabel("Website")).toHaveValue("javascript:alert(1)");
    await expect(page.getByLabel("Legal entity name")).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("every step, with a contact, products, a logo and redirect URIs", async () => {
    await hand.enter("Website", "plain.example");
    await hand.enter("Legal entity name", `${name} Inc.`);
    await hand.enter("Application name", name);
    await hand.enter("Street", "12 Harbor Street");
    await hand.enter("City", "Boston");
    await hand.enter("State or region", "MA");
    await hand.enter("Postal code", "02109");
    await hand.continueTo("contacts");
    const technical = page.getByRole("group", { name: "Technical contact", exact: true });
    await hand.enter("Given name", "Ana", technical);
    await hand.enter("Family name", "Ruiz", technical);
    await hand.enter("Email address", "ana@plain.example", technical);
    await hand.continueTo("support");
    await page.getByRole("link", { name: "Back" }).click();
    await page.getByRole("link", { name: /^Contacts/ }).click();
    await expect(technical.getByLabel("Someone at the customer")).toBeChecked();
    await hand.continueTo("support");
    await hand.enter("Support email address", "help@plain.example");
    await hand.continueTo("products");
    await hand.tick("Auth");
    await hand.continueTo("logo");
    await hand.choose("Logo", await logoFile());
    await hand.tick("Copy our default Link customization");
    await hand.continueTo("redirect-uris");
    await hand.enter("Redirect URI 1", "https://www.plain.example/oauth");
    await hand.enter("Paste many", "https://app.plain.example/oauth");
    await hand.continueTo("attestations");
    await hand.tick(/^Due diligence/);
    await hand.tick(/^Bank addendum/);
    await hand.continueTo("check");
  });

  await expect(page.getByRole("main")).toContainText("https://app.plain.example/oauth");
  await hand.press("Send to Plaid", /\/customers\/cus_\w+$/);
  const path = new URL(page.url()).pathname;

  await test.step("why nothing was done is told, too", async () => {
    await hand.press("Check now");
    await expect(page.getByText(/^(Plaid says|We asked Plaid)/)).toBeVisible();
    await page.goto(`${path}/remove`);
    await hand.press("Remove customer");
    await expect(page.getByText("The name does not match")).toBeVisible();
    await page.goto(path);
  });

  await hand.press("Enable in Production", /\/enable\??$/);
  await hand.press("Enable in Production");
  await expect(page.getByText("Live in Production").first()).toBeVisible();

  await page.goto(`${path}/keys`);
  await page.getByRole("button", { name: "Reveal once" }).last().click();
  await expect(page.getByLabel(`Production secret for ${name}`)).toHaveText(/\w{20,}/);
});
