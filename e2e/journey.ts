import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { expect } from "./fixtures";

/** Tabs on a page before a control that is not among them counts as out of reach. */
const TABS_MAX = 120;

/** Counts as a person would: a value entered or a control activated is one interaction. */
export class Hand {
  interactions = 0;

  constructor(readonly page: Page) {}

  async enter(label: string, text: string, within: Page | Locator = this.page): Promise<void> {
    this.interactions += 1;
    await within.getByLabel(label, { exact: true }).fill(text);
  }

  async select(label: string, option: string): Promise<void> {
    this.interactions += 1;
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: option });
  }

  async tick(name: RegExp | string): Promise<void> {
    this.interactions += 1;
    await this.page.getByRole("checkbox", { name }).check();
  }

  async choose(label: string, file: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
    this.interactions += 1;
    await this.page.getByLabel(label, { exact: true }).setInputFiles(file);
  }

  async press(name: string, at?: RegExp): Promise<void> {
    this.interactions += 1;
    await this.page.getByRole("button", { name, exact: true }).click();
    if (at) await this.page.waitForURL(at);
  }

  continueTo(step: string): Promise<void> {
    return this.press("Continue", onStep(step));
  }
}

export function onStep(step: string): RegExp {
  return new RegExp(`/onboardings/[^/]+/${step}(\\?|$)`);
}

/** A person without a mouse: only keys, and a focus that can be seen wherever it goes. */
export class Keys {
  constructor(readonly page: Page) {}

  async reach(control: Locator): Promise<void> {
    await control.waitFor();
    for (let tabs = 0; tabs < TABS_MAX; tabs++) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
      await this.expectVisibleFocus();
    }
    throw new Error(`Not reached by the Tab key: ${control}`);
  }

  async enter(label: string, text: string, within: Page | Locator = this.page): Promise<void> {
    await this.reach(within.getByLabel(label, { exact: true }));
    await this.page.keyboard.type(text);
  }

  async tick(name: RegExp | string): Promise<void> {
    await this.reach(this.page.getByRole("checkbox", { name }));
    await this.page.keyboard.press("Space");
  }

  async press(name: string, at?: RegExp): Promise<void> {
    await this.reach(this.page.getByRole("button", { name, exact: true }));
    await this.page.keyboard.press("Enter");
    if (at) await this.page.waitForURL(at);
  }

  continueTo(step: string): Promise<void> {
    return this.press("Continue", onStep(step));
  }

  private async expectVisibleFocus(): Promise<void> {
    const seen = await this.page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return true;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const { width, height } = focused.getBoundingClientRect();
      return outlineStyle !== "none" && outlineWidth !== "0px" && width * height > 0;
    });
    expect(seen, "the focus can be seen").toBe(true);
  }
}

/** A logo as Plaid wants it, as a file somebody chooses. */
export async function logoFile() {
  const background = { r: 20, g: 80, b: 160 };
  const image = sharp({ create: { width: 1024, height: 1024, channels: 3, background } });
  return { name: "logo.png", mimeType: "image/png", buffer: await image.png().toBuffer() };
}
