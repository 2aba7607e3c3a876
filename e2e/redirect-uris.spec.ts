import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { chooseLanguage, enter, makeInvitation } from "./invitations";
import { startOnboarding } from "./wizard";

/** The step of the draft whose company step is open. */
async function openStep(page: Page): Promise<void> {
  await page.goto(page.url().replace("/company", "/redirect-uris"));
}

const uri = (page: Page, row: number) => page.getByLabel(`Redirect URI ${row}`, { exact: true });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });
const status = (page: Page) => page.getByRole("main").getByRole("status");
const rule = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

test.describe("while somebody types", () => {
  test.beforeEach(async ({ page, signIn }) => {
    await signIn("onboarder");
    await startOnboarding(page);
    await page.getByLabel("Website").fill("harbor.example");
    await expect(page.getByText(/^Saved/)).toBeVisible();
    await openStep(page);
  });

  test("each line says what it comes to, and the rules are ticked in words", async ({ page }) => {
    await uri(page, 1).fill("https://harbor.example/oauth?next=1");
    await expect(uri(page, 1)).toHaveAccessibleDescription(
      /Needs a fix\. Remove everything from the question mark on/,
    );
    await expect(uri(page, 1)).not.toHaveAttribute("aria-invalid", "true");
    await expect(rule(page, "No question mark")).toContainText("see redirect URI 1");
    await expect(status(page)).toHaveText("0 of 1 is fine");

    await uri(page, 1).fill("https://harbor.example/oauth");
    await expect(uri(page, 1)).toHaveAccessibleDescription(/Fine/);
    await expect(rule(page, "No question mark")).toContainText("met");
    await expect(status(page)).toHaveText("1 of 1 is fine");

    await uri(page, 1).fill("http://localhost:3000/oauth");
    await expect(uri(page, 1)).toHaveAccessibleDescription(/Sandbox only/);
  });

  test("a host in other letters and a wildcard are taken, as they will be sent", async ({
    page,
  }) => {
    await uri(page, 1).fill("https://*.münchen.de/oauth");
    await expect(uri(page, 1)).toHaveAccessibleDescription(
      /no longer mentions \*.*Will be sent as https:\/\/\*\.xn--mnchen-3ya\.de\/oauth/,
    );
  });

  test("what only the server knows joins the line", async ({ page }) => {
    await uri(page, 1).fill("https://*.vercel.app/oauth");
    await expect(uri(page, 1)).toHaveAccessibleDescription(
      /Anyone can register names under vercel/,
    );
    await button(page, "Add another").click();
    await uri(page, 2).fill("https://quay.example/oauth");
    await expect(uri(page, 2)).toHaveAccessibleDescription(/The website is at harbor\.example/);

    await button(page, "Continue").click();
    await expect(uri(page, 1)).toHaveAttribute("aria-invalid", "true");
    await uri(page, 1).fill("https://*.harbor.example/oauth");
    await expect(uri(page, 1)).not.toHaveAttribute("aria-invalid", "true");
    await button(page, "Continue").click();
    await page.waitForURL(/\/attestations/);
  });

  test("many are pasted at once, counted, and taken back", async ({ page }) => {
    await uri(page, 1).fill("https://harbor.example/a");
    const many = '["https://harbor.example/a", "https://harbor.example/b", "harbor.example/c"]';
    await page.getByLabel("Paste many").fill(many);
    await button(page, "Add to the list").click();
    await expect(status(page)).toHaveText(
      "2 added, 1 already there, 1 needs a fix. 2 of 3 are fine",
    );
    await expect(uri(page, 3)).toHaveValue("harbor.example/c");

    await button(page, "Undo").click();
    await expect(uri(page, 2)).toHaveCount(0);
    await expect(page.getByLabel("Paste many")).toHaveValue(many);
    await expect(page.getByLabel("Paste many")).toBeFocused();
  });

  test("a line is removed and brought back by keyboard, and the draft follows", async ({
    page,
  }) => {
    await uri(page, 1).fill("https://harbor.example/a");
    await page.getByRole("button", { name: "Add https://www.harbor.example/a" }).press("Enter");
    await expect(uri(page, 2)).toHaveValue("https://www.harbor.example/a");
    await expect(uri(page, 2)).toBeFocused();

    const kept = page.waitForRequest((request) =>
      Boolean(request.postData()?.includes('["https://www.harbor.example/a"]')),
    );
    await button(page, "Remove redirect URI 1").press("Enter");
    await expect(uri(page, 1)).toHaveValue("https://www.harbor.example/a");
    await expect(uri(page, 1)).toBeFocused();
    await expect(status(page)).toContainText("Redirect URI 1 removed");
    await kept;
    await button(page, "Undo").press("Enter");
    await expect(uri(page, 1)).toHaveValue("https://harbor.example/a");
    await expect(uri(page, 2)).toHaveValue("https://www.harbor.example/a");

    await button(page, "Save and exit").click();
    await page.waitForURL(/\/onboardings\/[^/]+$/);
    await page.goBack();
    await expect(uri(page, 2)).toHaveValue("https://www.harbor.example/a");
    await expect(uri(page, 3)).toHaveCount(0);
  });

  test("several pasted into one line become several lines", async ({ page }) => {
    await uri(page, 1).focus();
    await uri(page, 1).evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", "https://harbor.example/a\nhttps://harbor.example/b");
      input.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await expect(uri(page, 2)).toHaveValue("https://harbor.example/b");
    await expect(status(page)).toContainText("2 added");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("spare lines and what is pasted join the list", async ({ page, signIn }) => {
    test.slow();
    await signIn("onboarder");
    await startOnboarding(page);
    await openStep(page);
    await uri(page, 1).fill("https://harbor.example/a");
    await uri(page, 3).fill("https://harbor.example/b?c");
    await page.getByLabel("Paste many").fill("https://harbor.example/a https://harbor.example/d");
    await button(page, "Continue").click();

    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expect(page.locator('input[name^="redirectUris"][aria-invalid="true"]')).toHaveValue(
      "https://harbor.example/b?c",
    );
    const lines = page.locator('input[name^="redirectUris"]');
    const values = await lines.evaluateAll((inputs) =>
      inputs.map((input) => (input as HTMLInputElement).value).filter(Boolean),
    );
    expect(values).toEqual([
      "https://harbor.example/a",
      "https://harbor.example/b?c",
      "https://harbor.example/d",
    ]);
  });
});

for (const { language, line, says } of [
  {
    language: "es",
    line: "URI de redirección 1",
    says: [/Hay que corregirlo\. Empiece por https:\/\/$/, /^Cualquiera puede registrar nombres/],
  },
  {
    language: "fr",
    line: "URI de redirection 1",
    says: [/À corriger\. Commencez par https:\/\/$/, /^N’importe qui peut enregistrer des noms/],
  },
]) {
  test(`who chose "${language}" is told in it, at once and by the server`, async ({ page }) => {
    const invitation = await makeInvitation({ sections: "redirect-uris" });
    await enter(page, invitation);
    await chooseLanguage(page.context(), language);
    await page.goto(`${invitation.path}/redirect-uris`);
    const first = page.getByLabel(line, { exact: true });
    await first.fill("harbor.example");
    await expect(first).toHaveAccessibleDescription(says[0] ?? "");
    await first.fill("https://*.vercel.app/oauth");
    await page.locator("button[value=continue]").click();
    await expect(page.getByRole("alert").first().getByRole("link")).toHaveText(says[1] ?? "");
  });
}
