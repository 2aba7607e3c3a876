import type { Page } from "@playwright/test";
import { inDatabase } from "./database";
import { expect, type MadeCustomer, test } from "./fixtures";
import { Hand, Keys } from "./journey";
import { program } from "./programs";

// "Review next" takes from the one queue of everybody.
test.describe.configure({ mode: "serial" });

/** What other people do meanwhile. */
function meanwhile(who: "customer" | "colleague", { id }: MadeCustomer, website: string) {
  return program("review", [who, "--id", id, "--website", website]);
}

/** Nobody has waited longer. */
async function waitsLongest({ id }: MadeCustomer): Promise<void> {
  await inDatabase((sql) => sql`update customers set status_since = '2001-01-01' where id = ${id}`);
}

/** The answer with this name, and everything said about it. */
function answer(page: Page, term: string) {
  return page
    .locator("dl > div")
    .filter({ has: page.getByRole("term").filter({ hasText: new RegExp(`^${term}$`) }) });
}

async function comment(page: Page, term: string, words: string, button: string): Promise<void> {
  const field = answer(page, term);
  await field.getByText("Comment").first().click();
  await field.getByRole("textbox").fill(words);
  await field.getByRole("button", { name: button }).click();
  await expect(field.getByRole("listitem").filter({ hasText: words })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("from the queue over requested changes to an approval", async ({
      page,
      signIn,
      makeCustomer,
    }) => {
      const made = await makeCustomer({ status: "IN_REVIEW" });
      await waitsLongest(made);
      await signIn("admin");
      const hand = new Hand(page);
      await page.goto("/review");
      const row = page.getByRole("row").filter({ hasText: made.companyName });
      await expect(row).toContainText("Ana Ruiz");
      await expect(row).toContainText("1 warning");
      await hand.press("Review next", new RegExp(`/review/${made.id}$`));
      await expect(page.getByText("You are reviewing this")).toBeVisible();

      await test.step("nothing is requested without a word about what", async () => {
        await hand.press("Request changes");
        await expect(
          page.getByRole("alert").filter({ hasText: "say what has to change" }),
        ).toBeVisible();
      });

      await comment(page, "Website", "Which of your websites is it?", "Ask the customer");
      await comment(page, "Company name", "Known from the fair", "Add internal note");
      await expect(
        answer(page, "Company name").getByText("Internal", { exact: true }),
      ).toBeVisible();

      await test.step("words in a box are not left behind by a decision", async () => {
        const city = answer(page, "City");
        await city.getByText("Comment").first().click();
        await city.getByRole("textbox").fill("Half a thought");
        await hand.press("Request changes");
        await expect(page.getByText("you typed a comment and did not add it")).toBeVisible();
        await expect(city.getByRole("textbox")).toHaveValue("Half a thought");
        await city.getByRole("textbox").fill("");
      });
      await hand.press("Request changes");
      await expect(page.getByText("Changes were requested")).toBeVisible();
      await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);

      await meanwhile("customer", made, "https://www.harbor.example");
      await page.goto(`/review/${made.id}`);
      const website = answer(page, "Website");
      await expect(website).toContainText("Changed since the last review");
      await expect(website).toContainText("Was https://harbor.example");
      await expect(website).toContainText("Ana Ruiz");
      await hand.press("Approve", new RegExp(`/onboardings/${made.id}/attestations`));
      await expect(page.getByRole("heading", { name: "Confirmations" })).toBeVisible();
    });

    test("what changed meanwhile is shown, and not decided about", async ({
      page,
      signIn,
      makeCustomer,
    }) => {
      const made = await makeCustomer({ status: "IN_REVIEW" });
      await signIn("admin");
      await page.goto(`/review/${made.id}`);
      await comment(page, "City", "Is it still Boston?", "Add internal note");
      await meanwhile("colleague", made, "https://moved.example");
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Approve" }).click();
      const changes = page.getByRole("alert").filter({ hasText: "Answers changed" });
      await expect(changes).toContainText(
        /Test onboarder changed Website .*from “https:\/\/harbor\.example” to “https:\/\/moved\.example”/,
      );
      await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
      await page.getByRole("link", { name: "See change" }).click();
      await page.getByRole("link", { name: /^Reload/ }).click();
      await expect(page.getByText("Is it still Boston?")).toBeVisible();
      await page.getByRole("button", { name: "Approve" }).click();
      await page.waitForURL(/\/attestations/);
    });

    test("rejecting is asked once more, for a reason", async ({ page, signIn, makeCustomer }) => {
      const made = await makeCustomer({ status: "IN_REVIEW" });
      await signIn("onboarder");
      await page.goto(`/review/${made.id}`);
      const hand = new Hand(page);
      await hand.press("Reject");
      await page.getByRole("button", { name: "Reject", exact: true }).last().click();
      await expect(page.getByRole("link", { name: "Choose a reason" })).toBeVisible();
      await hand.select("Reason", "Not a business we serve");
      await hand.enter("In your words", "We serve companies in the EU alone");
      await page.getByRole("button", { name: "Reject", exact: true }).last().click();
      await page.waitForURL(new RegExp(`/review/${made.id}$`));
      await expect(page.getByText("“We serve companies in the EU alone”").first()).toBeVisible();
      await expect(page.getByRole("main")).toContainText("Rejected");
    });
  });
}

test("a review with the keyboard alone", async ({ page, signIn, makeCustomer }) => {
  const made = await makeCustomer({ status: "IN_REVIEW" });
  await waitsLongest(made);
  await signIn("onboarder");
  const keys = new Keys(page);
  await page.goto("/review");
  await keys.press("Review next", new RegExp(`/review/${made.id}$`));
  const field = answer(page, "Company name");
  await keys.reach(field.locator("summary"));
  await page.keyboard.press("Enter");
  await keys.reach(field.getByRole("textbox"));
  await page.keyboard.type("Is this the name on the contract?");
  await keys.reach(field.getByRole("button", { name: "Ask the customer" }));
  await page.keyboard.press("Enter");
  await expect(field.getByRole("listitem").filter({ hasText: "on the contract" })).toBeVisible();
  await test.step("a letter leads to a button, and is a letter where one types", async () => {
    await page.keyboard.press("a");
    await expect(page.getByRole("button", { name: "Approve" })).toBeFocused();
    await page.keyboard.press("c");
    await expect(page.getByRole("button", { name: "Request changes" })).toBeFocused();
    await field.getByRole("textbox").focus();
    await page.keyboard.type("acn");
    await expect(field.getByRole("textbox")).toHaveValue("acn");
    await field.getByRole("textbox").fill("");
  });
  await keys.press("Request changes");
  await expect(page.getByText("Changes were requested")).toBeVisible();
});

test("a colleague sees who is at it, and is not kept out", async ({
  page,
  browser,
  signIn,
  sessionOf,
  makeCustomer,
}) => {
  const made = await makeCustomer({ status: "IN_REVIEW" });
  await signIn("onboarder");
  await page.goto(`/review/${made.id}`);
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expect(page.getByText("You are reviewing this")).toBeVisible();

  const colleague = await browser.newContext();
  await colleague.addCookies(await sessionOf("admin"));
  const theirs = await colleague.newPage();
  await theirs.goto(`/review/${made.id}`);
  await expect(theirs.getByText(/is reviewing this \(0 min\)/)).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Approve" })).toBeVisible();
  await colleague.close();
});
