import path from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { fillWizard } from "@/e2e/wizard";
import { say } from "@/scripts/stack/say";
import { Camera } from "./camera";
import { openWindow, type Stage, signIn } from "./stage";

const COMPANY = "Harborline";
const BANK = "Capital One";

/** From a new customer to a bank that changes on the open page, in under twenty seconds. */
export async function film(stage: Stage, link: () => Promise<string>): Promise<void> {
  const portal = await openWindow(stage, { width: 1280, height: 720 });
  await signIn(portal, await link());
  const camera = new Camera(await openWindow(stage, { width: 1280, height: 784 }));
  camera.show([portal]);

  await begin(portal, camera);
  await send(portal, camera);
  await enable(portal, camera);
  await changeBank(portal, await openEmulator(stage), camera);

  const size = await camera.save(path.join(stage.folder, "tour.webp"));
  say(`tour.webp: ${Math.round(size / 1000)} KB, ${camera.seconds} s`);
}

async function begin(portal: Page, camera: Camera): Promise<void> {
  await portal.goto(new URL("/customers", portal.url()).href);
  camera.say("1", "A new end customer");
  await press(portal.getByRole("button", { name: "New end customer" }), camera);
  await portal.waitForURL(/\/onboardings\/[^/]+\/company/);
}

async function send(portal: Page, camera: Camera): Promise<void> {
  camera.say("2", "Seven short steps, saved while somebody types");
  await camera.take(900);
  await fillWizard(portal, COMPANY, () => camera.take(650));
  camera.say("3", "Everything once more, then to Plaid");
  await press(portal.getByRole("button", { name: "Send to Plaid" }), camera);
  await portal.waitForURL(/\/customers\/cus_\w+$/);
}

async function enable(portal: Page, camera: Camera): Promise<void> {
  await expect(portal.getByText("Ready to enable").first()).toBeVisible();
  camera.say("4", "Plaid took it: enable it in Production");
  await press(portal.getByRole("button", { name: "Enable in Production" }), camera);
  const dialog = portal.getByRole("alertdialog");
  await press(dialog.getByRole("button", { name: "Enable in Production" }), camera);
  await expect(portal.getByText("Live in Production").first()).toBeVisible();
  await camera.take(1200);
}

async function changeBank(portal: Page, emulator: Page, camera: Camera): Promise<void> {
  await portal.setViewportSize({ width: 780, height: 720 });
  await portal.goto(`${portal.url()}/banks`);
  const card = portal.getByRole("article").filter({ hasText: BANK });
  await card.scrollIntoViewIfNeeded();
  camera.show([portal, emulator]);
  camera.say("5", "Beside it the emulator of Plaid: a bank enables the customer …");
  await camera.take(1300);
  const status = emulator.getByLabel(`Status of ${BANK} for ${COMPANY}`, { exact: true });
  await status.selectOption("ENABLED");
  await camera.take(900, status);
  const row = emulator.locator(".bank", { has: status });
  await press(row.getByRole("button", { name: "Set" }), camera);
  await expect(card).toContainText("Enabled");
  camera.say("6", "… and its card changes on the open page");
  await camera.take(1400);
  await expect(card).toContainText("since just now");
  await camera.take(2400);
}

async function openEmulator(stage: Stage): Promise<Page> {
  const emulator = await openWindow(stage, { width: 500, height: 720 });
  await emulator.goto(`${stage.emulatorUrl}/_emulator`);
  await emulator.getByLabel("Filter customers").fill(COMPANY);
  await emulator.getByText("Agreements and banks").first().click();
  return emulator;
}

/** Shows where the pointer goes, then presses. */
async function press(button: Locator, camera: Camera): Promise<void> {
  await camera.take(900, button);
  await button.click();
}
