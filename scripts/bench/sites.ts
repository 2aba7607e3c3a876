import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "@/scripts/stack/browser";
import type { Lifetime } from "@/scripts/stack/lifetime";
import { startPortal } from "@/scripts/stack/portal";
import { freePort } from "@/scripts/stack/ports";
import { runScript } from "@/scripts/stack/process";
import { say } from "@/scripts/stack/say";
import type { Portfolio } from "./portfolios";
import type { World } from "./world";

/** A portal under measurement, with an administrator signed in to it. */
export type Site = { customers: number; url: string; pid: number; page: Page; cookie: string };

export async function openBrowser(lifetime: Lifetime, more: string[] = []): Promise<Browser> {
  const { path: executablePath } = await findBrowser(say);
  const isRoot = process.getuid?.() === 0;
  const args = [...(isRoot ? ["--no-sandbox"] : []), ...more];
  // Scrollbars take room, as on most desks: hidden, a dialog would make room for one and move the page behind it.
  const ignoreDefaultArgs = ["--hide-scrollbars"];
  const browser = await chromium.launch({ executablePath, args, ignoreDefaultArgs });
  await lifetime.start(async () => ({ stop: () => browser.close() }));
  return browser;
}

export async function openSite(
  world: World,
  { portfolio, worker = "off" }: { portfolio: Portfolio; worker?: "on" | "off" },
  lifetime: Lifetime,
): Promise<Site> {
  const port = await freePort();
  const env = { ...world.environmentOf(portfolio.database, port), WORKER: worker };
  const { url, pid } = await lifetime.start(() => startPortal({ port, mode: "start", env }));
  const args = ["sign-in-link", "--email", "admin@demo.test"];
  const link = await runScript("scripts/admin.ts", args, env);
  const context = await (await world.browser()).newContext();
  await lifetime.start(async () => ({ stop: () => context.close() }));
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Account" }).waitFor();
  // An open page asks for news: it must not count in what is measured.
  await page.goto("about:blank");
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return { customers: portfolio.customers, url, pid, page, cookie };
}
