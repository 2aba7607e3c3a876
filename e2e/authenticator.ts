import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expect } from "./fixtures";

/** An authenticator app: each code is of a later time step than the one before. */
export type Authenticator = {
  /** @throws Error for a third code within one step, which no app would show. */
  code(): string;
};

/** On the page that offers it: scans, types the first code, and arrives at the recovery codes. */
export async function setUpAuthenticator(page: Page): Promise<Authenticator> {
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  const authenticator = await begunAuthenticator(page);
  await page.getByLabel("Six-digit code").fill(authenticator.code());
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Recovery codes" })).toBeVisible();
  return authenticator;
}

/** The app that was given the key on this page. */
async function begunAuthenticator(page: Page): Promise<Authenticator> {
  const key = (await page.locator("#totp-key").textContent()) ?? "";
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  let last = 0;
  return {
    code() {
      const now = totp.counter();
      last = Math.max(last + 1, now);
      if (last > now + 1) throw new Error("The app shows no further code yet");
      return totp.generate({ timestamp: last * 30_000 });
    },
  };
}

/** Answers the page that asks for the second factor. */
export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Six-digit code").fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
}

/** Makes ten codes on their page and goes on from there. */
export async function makeRecoveryCodes(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Make recovery codes" }).click();
  const list = page.getByRole("list", { name: "Recovery codes" });
  await expect(list.getByRole("listitem")).toHaveCount(10);
  const codes = await list.locator("code").allTextContents();
  await page.getByRole("link", { name: "I have stored them" }).click();
  return codes;
}
