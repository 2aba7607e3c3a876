import type { Page } from "@playwright/test";
import { draftOf, keptAnswers } from "./drafts";
import { expect } from "./fixtures";
import type { Picture } from "./pictures";
import { signal } from "./signal";
import { startOnboarding } from "./wizard";

export async function openLogoStep(page: Page): Promise<string> {
  await startOnboarding(page);
  await page.goto(page.url().replace(/company.*/, "logo"));
  await expect(page.getByLabel("Logo", { exact: true })).not.toHaveAttribute("name");
  return draftOf(page.url());
}

export const choose = (page: Page, picture: Picture) =>
  page.getByLabel("Logo", { exact: true }).setInputFiles(picture);
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const stored = (page: Page) => page.getByRole("region", { name: "Stored logo" });
export const chosen = (page: Page) => page.getByRole("region", { name: "Chosen image" });

/** Holds uploads back until it is called. */
export async function holdUploads(page: Page): Promise<() => void> {
  const [held, release] = signal();
  await page.route("**/api/onboardings/*/logo", async (route) => {
    await held;
    // A request that was cancelled meanwhile can no longer be sent.
    await route.continue().catch(() => {});
  });
  return release;
}

/** The stored logo of a draft, as anybody who may see it gets it. */
export async function storedLogo(page: Page, id: string): Promise<Buffer> {
  await expect.poll(async () => (await keptAnswers(id, "logo"))?.logo).toMatch(/^[0-9a-f]{64}$/);
  const answers = await keptAnswers(id, "logo");
  const answer = await page.request.get(`/api/logos/${answers?.logo}`);
  return answer.body();
}
