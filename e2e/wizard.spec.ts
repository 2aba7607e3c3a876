import { draftOf, keptAnswers } from "./drafts";
import { expect, test } from "./fixtures";
import { Hand, Keys, logoFile, onStep } from "./journey";

const SHORTEST_MAX = 20;
const EVERYTHING_MAX = 45;

const uniqueName = (what: string) => `${what} ${Date.now().toString(36)}`;

test.describe("with a mouse", () => {
  test.beforeEach(({ signIn }) => signIn("onboarder"));

  test("the shortest way takes few interactions", async ({ page }) => {
    const hand = new Hand(page);
    await page.goto("/customers");
    await hand.press("New end customer", onStep("company"));
    const name = uniqueName("Short");
    await hand.enter("Company name", name);
    await hand.enter("Legal entity name", `${name} Inc.`);
    await hand.enter("Website", "short.example");
    await hand.enter("Application name", name);
    await hand.enter("Street", "12 Harbor Street");
    await hand.enter("City", "Boston");
    await hand.enter("State or region", "Massachusetts");
    await hand.enter("Postal code", "02109");
    await hand.continueTo("contacts");
    await hand.continueTo("support");
    await hand.enter("Support email address", "help@short.example");
    for (const step of ["products", "logo", "redirect-uris", "attestations"]) {
      await hand.continueTo(step);
    }
    await hand.tick(/^Due diligence/);
    await hand.tick(/^Bank addendum/);
    await hand.continueTo("check");
    await hand.press("Send to Plaid", /\/customers\/cus_\w+$/);
    await expect(page.getByText("Ready to enable").first()).toBeVisible();
    process.stdout.write(`\nShortest way: ${hand.interactions} interactions\n`);
    expect(hand.interactions).toBeLessThanOrEqual(SHORTEST_MAX);
  });

  test("filling in everything takes not many more", async ({ page }) => {
    const hand = new Hand(page);
    await page.goto("/customers");
    await hand.press("New end customer", onStep("company"));
    const id = draftOf(page.url());
    const name = uniqueName("Every");
    await hand.enter("Company name", name);
    await hand.enter("Legal entity name", `${name} Inc.`);
    await hand.enter("Website", "every.example");
    await hand.enter("Application name", name);
    await hand.select("Country", "Canada");
    await hand.enter("Street", "1 Rue Sainte-Catherine");
    await hand.enter("City", "Montréal");
    await hand.enter("State or region", "Québec");
    await hand.enter("Postal code", "H3B1A7");
    await hand.tick("It is a bank or a credit union");
    await hand.enter("Registration number", "12345");
    await hand.continueTo("contacts");
    for (const [legend, given] of [
      ["Technical contact", "Ana"],
      ["Billing contact", "Bo"],
    ] as const) {
      const group = page.getByRole("group", { name: legend, exact: true });
      await hand.enter("Given name", given, group);
      await hand.enter("Family name", "O’Neil", group);
      await hand.enter("Email address", `${given.toLowerCase()}@every.example`, group);
    }
    await hand.continueTo("support");
    await hand.enter("Support email address", "help@every.example");
    await hand.enter("Support phone number", "(514) 555-0132");
    await hand.enter("Contact page", "every.example/contact");
    await hand.enter("Link update page", "every.example/banks");
    await hand.continueTo("products");
    for (const product of ["Auth", "Balance", "Transactions"]) await hand.tick(product);
    await hand.continueTo("logo");
    await hand.choose("Logo", await logoFile());
    await hand.tick("Copy our default Link customization");
    await hand.continueTo("redirect-uris");
    await hand.enter("Redirect URI 1", "https://www.every.example/oauth");
    await hand.enter("Paste many", "https://a.every.example/oauth, https://b.every.example/oauth");
    await hand.continueTo("attestations");
    await hand.tick(/^Due diligence/);
    await hand.tick(/^Bank addendum/);
    await hand.continueTo("check");
    expect(await keptAnswers(id, "contacts")).toMatchObject({
      technical: { use: "theirs" },
      billing: { use: "theirs" },
    });
    expect(await keptAnswers(id, "logo")).toMatchObject({
      logo: expect.stringMatching(/^\w{64}$/),
    });
    await hand.press("Send to Plaid", /\/customers\/cus_\w+$/);
    process.stdout.write(`\nEverything: ${hand.interactions} interactions\n`);
    expect(hand.interactions).toBeLessThanOrEqual(EVERYTHING_MAX);
  });
});

test("the whole wizard by keyboard alone", async ({ page, signIn }) => {
  await signIn("onboarder");
  const keys = new Keys(page);
  await page.goto("/customers");
  await keys.press("New end customer", onStep("company"));
  const name = uniqueName("Keys");
  await keys.enter("Company name", name);
  await keys.enter("Legal entity name", `${name} Inc.`);
  await keys.enter("Website", "keys.example");
  await keys.enter("Application name", name);
  await keys.reach(page.getByLabel("Country", { exact: true }));
  await page.keyboard.type("Germany");
  await expect(page.getByLabel("Country", { exact: true })).toHaveValue("DE");
  await keys.enter("Street", "Hauptstraße 1");
  await keys.enter("City", "Köln");
  await keys.enter("Postal code", "50667");
  await keys.continueTo("contacts");
  await keys.enter("Given name", "Ana", page.getByRole("group", { name: "Technical contact" }));
  await keys.press("Continue");
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const technical = page.getByRole("group", { name: "Technical contact", exact: true });
  await expect(technical.getByLabel("Family name")).toBeFocused();
  await page.keyboard.type("Ruiz");
  await keys.enter("Email address", "ana@keys.example", technical);
  await keys.continueTo("support");
  await keys.enter("Support email address", "help@keys.example");
  await keys.continueTo("products");
  await keys.tick("Auth");
  await keys.continueTo("logo");
  await keys.continueTo("redirect-uris");
  await keys.enter("Redirect URI 1", "https://www.keys.example/oauth");
  await keys.continueTo("attestations");
  await keys.tick(/^Due diligence/);
  await keys.tick(/^Bank addendum/);
  await keys.continueTo("check");
  await keys.press("Send to Plaid", /\/customers\/cus_\w+$/);
  await expect(page.getByText("Ready to enable").first()).toBeVisible();
});
