import { randomUUID } from "node:crypto";
import type { BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { inDatabase } from "./database";
import { expect, mailbox, stack } from "./fixtures";
import { made } from "./programs";

export const phone: BrowserContextOptions = {
  viewport: { width: 320, height: 720 },
  hasTouch: true,
};

export type MadeInvitation = {
  customerId: string;
  invitationId: string;
  email: string;
  /** Of the link, without the origin. */
  path: string;
  /** Where its reminders are stopped. */
  stop: string;
  companyName: string;
};

type Options = {
  name?: string;
  sections?: string;
  acceptsAddendum?: boolean;
  stage?: "invited" | "filled" | "submitted";
};

/** Somebody at a new customer, invited by the onboarder of the demo. */
export function makeInvitation(options: Options = {}): Promise<MadeInvitation> {
  const { name, sections, acceptsAddendum, stage } = options;
  const args = [
    ...(name ? ["--name", name] : []),
    ...(sections ? ["--sections", sections] : []),
    ...(acceptsAddendum ? ["--accepts-addendum"] : []),
    ...(stage ? ["--stage", stage] : []),
  ];
  return made("invitation", args);
}

/** What the mail with the newest code says. */
export async function codeFor(email: string, before?: string): Promise<string> {
  const mail = await mailbox.waitFor(email, ({ text }) => {
    const found = codeIn(text);
    return found !== undefined && found !== before;
  });
  return codeIn(mail.text) ?? "";
}

function codeIn(text: string): string | undefined {
  return /(?<!\S)\d{6}(?!\S)/.exec(text)?.[0];
}

/** Opens the link, starts and gives the code from the mail. */
export async function enter(page: Page, { path, email }: MadeInvitation): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByLabel("Six-digit code").fill(await codeFor(email));
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByLabel("Six-digit code")).toHaveCount(0);
}

/** As if whoever uses this browser had chosen a language on the page. */
export async function chooseLanguage(context: BrowserContext, language: string): Promise<void> {
  const chosen = { name: "vestibule.language", value: language, url: stack().portalUrl };
  await context.addCookies([chosen]);
}

/** The partner wants another website, and says so in these words. */
export async function askForChanges({ customerId }: MadeInvitation, words: string): Promise<void> {
  await inDatabase(async (database) => {
    const [submission] = await database`
      select id, answers, answers_sha256 from submissions where customer_id = ${customerId}`;
    const [user] = await database`select id, name from users where email = 'onboarder@demo.test'`;
    const review = `rev_${randomUUID()}`;
    await database`
      insert into reviews (id, customer_id, submission_id, decision, answers, answers_sha256,
        user_id, user_name, authenticated_at, ip, user_agent)
      values (${review}, ${customerId}, ${submission?.id}, 'changes_requested',
        ${database.json(submission?.answers)}, ${submission?.answers_sha256},
        ${user?.id}, ${user?.name}, now(), '127.0.0.1', 'test setup')`;
    await database`
      insert into review_comments (id, customer_id, step, path, body, internal, review_id, user_id, user_name)
      values (${`com_${randomUUID()}`}, ${customerId}, 'company', 'website',
        ${words}, false, ${review}, ${user?.id}, ${user?.name})`;
    await database`update customers set status = 'CHANGES_REQUESTED' where id = ${customerId}`;
  });
}
