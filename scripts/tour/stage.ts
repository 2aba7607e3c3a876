import type { Browser, Page } from "@playwright/test";

export type Stage = {
  browser: Browser;
  emulatorUrl: string;
  mailUrl: string;
  /** Where pictures go. */
  folder: string;
};

type Looks = { width: number; height: number; colorScheme?: "light" | "dark" };

/** A window as a person has it, but without what moves by itself. */
export async function openWindow(
  { browser }: Stage,
  { width, height, colorScheme = "light" }: Looks,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: "en-US",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  return context.newPage();
}

export async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Fonts and logos are there, and nothing is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  });
}
