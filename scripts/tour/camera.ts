import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { root } from "@/scripts/stack/process";
import { settled } from "./stage";

const font = readFileSync(path.join(root, "app/fonts/geist-basic.woff2")).toString("base64");

const look = `
  @font-face { font-family: Geist; src: url(data:font/woff2;base64,${font}); font-weight: 100 900 }
  body { margin: 0; background: #0f172b; font: 500 24px Geist, sans-serif; color: #f1f5f9 }
  main { display: flex; height: 720px }
  figure { position: relative; margin: 0; overflow: hidden; background: #fff }
  figure + figure { border-left: 4px solid #0f172b; margin-left: -4px }
  img { display: block }
  p { display: flex; align-items: center; gap: 16px; height: 64px; margin: 0 24px }
  b { display: grid; place-items: center; width: 36px; height: 36px; border-radius: 18px; background: #a3b3ff; color: #020618 }
  i { position: absolute; width: 44px; height: 44px; margin: -22px; border-radius: 50%;
      background: rgb(79 57 246 / 0.25); border: 3px solid #4f39f6 }`;

/** Puts windows side by side over a line that says what happens, and makes one moving picture of it. */
export class Camera {
  private windows: Page[] = [];
  private said = "";
  private readonly frames: { image: Buffer; ms: number }[] = [];

  constructor(private readonly table: Page) {}

  show(windows: Page[]): void {
    this.windows = windows;
  }

  say(step: string, text: string): void {
    this.said = `<b>${step}</b><span>${text}</span>`;
  }

  /** @param at where the pointer is */
  async take(ms: number, at?: Locator): Promise<void> {
    await at?.scrollIntoViewIfNeeded();
    const box = await at?.boundingBox();
    const shown = await Promise.all(
      this.windows.map(async (page) => {
        await settled(page);
        const image = (await page.screenshot()).toString("base64");
        const pointer = box && at?.page() === page ? pointerAt(box) : "";
        return `<figure><img src="data:image/png;base64,${image}">${pointer}</figure>`;
      }),
    );
    await this.table.setContent(
      `<style>${look}</style><main>${shown.join("")}</main><p>${this.said}</p>`,
    );
    await settled(this.table);
    this.frames.push({ image: await this.table.screenshot(), ms });
  }

  get seconds(): number {
    return Math.round(this.frames.reduce((sum, { ms }) => sum + ms, 0) / 1000);
  }

  /** @returns how many bytes it has */
  async save(file: string): Promise<number> {
    const images = this.frames.map(({ image }) => image);
    const delay = this.frames.map(({ ms }) => ms);
    const { size } = await sharp(images, { join: { animated: true } })
      .webp({ quality: 78, effort: 6, minSize: true, delay, loop: 0 })
      .toFile(file);
    return size;
  }
}

type Box = { x: number; y: number; width: number; height: number };

function pointerAt({ x, y, width, height }: Box): string {
  return `<i style="left:${x + width / 2}px;top:${y + height / 2}px"></i>`;
}
