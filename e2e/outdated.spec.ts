import type { Page } from "@playwright/test";
import { pressed } from "@/scripts/chaos/forms";
import { draftOf, keptAnswers } from "./drafts";
import { expect, stack, test } from "./fixtures";
import { startOnboarding } from "./wizard";

/** An action of a build that is gone, as an old tab would ask for it. */
const GONE = `40${"0".repeat(40)}`;
const title = "This page is from before an update";

/** From now on the server knows no action that this page asks for. */
async function outdate(page: Page): Promise<void> {
  await page.route("**/*", (route) => {
    const headers = route.request().headers();
    if (!headers["next-action"]) return route.fallback();
    return route.continue({ headers: { ...headers, "next-action": GONE } });
  });
}

test("an old tab of the wizard keeps what was typed, and says to reload", async ({
  page,
  signIn,
}) => {
  await signIn("onboarder");
  await startOnboarding(page);
  const id = draftOf(page.url());
  await outdate(page);
  await page.getByLabel("Company name").fill("Typed before the update");
  await page.getByRole("button", { name: "Continue", exact: true }).click();

  await expect(page.getByText(title)).toBeVisible();
  await expect(page.getByLabel("Company name")).toHaveValue("Typed before the update");
  await page.getByLabel("Legal entity name").fill("Typed after it");
  await expect
    .poll(() => keptAnswers(id, "company"))
    .toMatchObject({ companyName: "Typed before the update", legalEntityName: "Typed after it" });
  await page.reload();
  await expect(page.getByLabel("Legal entity name")).toHaveValue("Typed after it");
});

test("an old tab elsewhere leads to the new page", async ({ page }) => {
  await page.goto("/sign-in");
  await outdate(page);
  await page.getByLabel("Email address").fill("old-tab@staff.test");
  await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();

  await page.unroute("**/*");
  await page.getByRole("button", { name: "Reload the page" }).click();
  await expect(page.getByLabel("Email address")).toBeVisible();
});

for (const [path, button, titles] of [
  ["/sign-in", "E-mail me a sign-in link", [title]],
  [
    "/apply/nothing",
    "Français",
    [
      title,
      "Esta página es anterior a una actualización",
      "Cette page date d’avant une mise à jour",
    ],
  ],
] as const) {
  test(`an old page without JavaScript is answered with a page: ${path}`, async ({
    page,
    request,
  }) => {
    const address = `${stack().portalUrl}${path}`;
    const html = await (await request.get(address)).text();
    const old = new Response(pressed(html.replace(/[0-9a-f]{42}/g, GONE), button));
    const answer = await request.post(address, {
      headers: {
        origin: stack().portalUrl,
        "content-type": old.headers.get("content-type") ?? "",
      },
      data: Buffer.from(await old.arrayBuffer()),
    });

    expect(answer.status()).toBe(409);
    expect(answer.headers()["content-type"]).toBe("text/html; charset=utf-8");
    await page.setContent(await answer.text());
    await expect(page.getByRole("heading")).toHaveText(titles);
  });
}
