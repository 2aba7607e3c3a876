import type { Page } from "@playwright/test";
import { emulator, expect, mailbox } from "./fixtures";
import { codeFor } from "./invitations";
import { made } from "./programs";

type Secrets = { sandbox: string; production: string };

/** What Plaid gave for a customer. */
export async function secretsAtPlaid(clientId: string): Promise<Secrets> {
  const answer = await fetch(`${emulator.url()}/_emulator/customers/${clientId}`);
  return ((await answer.json()) as { secrets: Secrets }).secrets;
}

/** Creates a link on the open Keys tab. @returns its path, as mailed. */
export async function handOver(page: Page, email: string): Promise<string> {
  await page.getByLabel("Recipient’s name").fill("Ana Ruiz");
  await page.getByLabel("Recipient’s email address").fill(email);
  await page.getByRole("button", { name: "Create hand-over link" }).click();
  await expect(page.getByRole("heading", { name: `Hand-over link for ${email}` })).toBeVisible();
  const mail = await mailbox.waitFor(email, ({ text }) => text.includes("/handover/"));
  return new URL(/https?:\/\/\S+\/handover\/\S+/.exec(mail.text)?.[0] ?? "").pathname;
}

type MadeHandover = { path: string; email: string };

/** A link to both secrets of a new customer, made without the browser. */
export function makeHandover(name?: string): Promise<MadeHandover> {
  return made("handover", name ? ["--name", name] : []);
}

/** Opens the link, asks for the code and gives it. */
export async function enterHandover(page: Page, path: string, email: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Send me the code" }).click();
  await page.getByLabel("Six-digit code").fill(await codeFor(email));
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("button", { name: "Reveal once" })).toBeVisible();
}
