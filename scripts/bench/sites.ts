import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "@/scripts/stack/browser";
import type { Lifetime } from "@/scripts/stack/lifetime";
import { type Portal, startPortal } from "@/scripts/stack/portal";
import { type Environment, runScript } from "@/scripts/stack/process";
import { say } from "@/scripts/stack/say";

/** A portal under measurement, and the cookie of an administrator in it. */
export type Site = { customers: number; url: string; cookie: string };

export async function openBrowser(lifetime: Lifetime): Promise<Browser> {
  const { path: executablePath } = await findBrowser(say);
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath, args: isRoot ? ["--no-sandbox"] : [] });
  await lifetime.start(async () => ({ stop: () => browser.close() }));
  return browser;
}

export async function openSite(
  parts: { customers: number; port: number; environment: Environment; browser: Browser },
  lifetime: Lifetime,
): Promise<Site> {
  const { customers, port, environment, browser } = parts;
  const portal: Portal = await lifetime.start(() =>
    startPortal({ port, mode: "start", env: environment }),
  );
  const args = ["sign-in-link", "--email", "admin@demo.test"];
  const link = await runScript("scripts/admin.ts", args, environment);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Account" }).waitFor();
  const cookies = await context.cookies();
  await context.close();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return { customers, url: portal.url, cookie };
}
