import path from "node:path";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { say } from "@/scripts/stack/say";
import { openWindow, type Stage, settled, signIn } from "./stage";

type Picture = {
  name: string;
  size: { width: number; height: number };
  dark?: boolean;
  open: (page: Page, stage: Stage) => Promise<void>;
};

const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

const pictures: Picture[] = [
  { name: "overview", size: desktop, open: to("/") },
  { name: "customers", size: desktop, dark: true, open: to("/customers") },
  { name: "wizard", size: desktop, open: openWizard },
  { name: "review", size: desktop, open: openReview },
  { name: "banks", size: desktop, open: openBanks },
  { name: "apply", size: phone, open: openInvitation },
];

export async function takePictures(stage: Stage, link: () => Promise<string>): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await openWindow(stage, { ...desktop, colorScheme });
    await signIn(page, await link());
    const wanted = pictures.filter(({ dark = false }) => dark === (colorScheme === "dark"));
    for (const { name, size, open } of wanted) {
      await page.setViewportSize(size);
      await open(page, stage);
      await settled(page);
      const file = path.join(stage.folder, `${name}.webp`);
      const { size: bytes } = await sharp(await page.screenshot())
        .webp({ quality: 86 })
        .toFile(file);
      say(`${name}.webp: ${Math.round(bytes / 1000)} KB`);
    }
    await page.context().close();
  }
}

function to(address: string) {
  return async (page: Page) => void (await page.goto(new URL(address, page.url()).href));
}

async function openWizard(page: Page): Promise<void> {
  await openCustomer(page, "Vesper Savings");
  await to(`/onboardings/${idAt(page)}/company`)(page);
}

async function openBanks(page: Page): Promise<void> {
  await openCustomer(page, "Harbor Pay");
  await to(`/customers/${idAt(page)}/banks`)(page);
  await page.getByRole("article").first().waitFor();
  const heading = page.getByRole("heading", { name: "Agreements" });
  await heading.evaluate((element) => element.scrollIntoView());
}

/** As somebody in France finds it, whose answers are to be changed. */
async function openInvitation(page: Page, { mailUrl }: Stage): Promise<void> {
  const messages: { to: string; text: string }[] = await (
    await fetch(`${mailUrl}/messages`)
  ).json();
  const mail = messages.find(({ to, text }) => /^ines@/.test(to) && text.includes("/apply/"));
  await page.goto(/http\S+\/apply\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
}

function idAt(page: Page): string {
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

async function openReview(page: Page): Promise<void> {
  await to("/review")(page);
  await page.getByRole("link", { name: "Willow Lending" }).click();
  await page.getByRole("heading", { level: 1, name: "Willow Lending" }).waitFor();
}

async function openCustomer(page: Page, name: string): Promise<void> {
  await to(`/customers?q=${encodeURIComponent(name)}`)(page);
  await page.getByRole("row").getByRole("link", { name }).click();
  await page.waitForURL(/\/(customers|onboardings)\/cus_\w+/);
}
