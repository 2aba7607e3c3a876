import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import sharp, { type Sharp } from "sharp";

export type Picture = { name: string; mimeType: string; buffer: Buffer };

const EDGE_PX = 1024;

/** One colour from edge to edge; with two more digits it lets the background through. */
function plain(width: number, height: number, background = "#0b7285"): Sharp {
  return sharp({ create: { width, height, channels: 4, background } });
}

async function file(name: string, mimeType: string, image: Sharp): Promise<Picture> {
  return { name, mimeType, buffer: await image.toBuffer() };
}

export const pictures = {
  perfect: (background?: string) =>
    file("perfect.png", "image/png", plain(EDGE_PX, EDGE_PX, background).png()),
  clear: () => file("clear.png", "image/png", plain(EDGE_PX, EDGE_PX, "#0b728580").png()),
  photo: () => file("photo.jpg", "image/jpeg", plain(800, 600).jpeg()),
  mislabelled: () => file("mislabelled.png", "image/png", plain(EDGE_PX, EDGE_PX).webp()),
  tiny: () => file("tiny.png", "image/png", plain(16, 16).png()),
  moving: () => {
    const frames = Buffer.concat([Buffer.alloc(64 * 64 * 4, 90), Buffer.alloc(64 * 64 * 4, 180)]);
    const raw = { width: 64, height: 128, channels: 4, pageHeight: 64 } as const;
    return file("moving.gif", "image/gif", sharp(frames, { raw }).gif());
  },
  /** Noise in every channel: nothing can be packed away. */
  noise: () => {
    const raw = { width: EDGE_PX, height: EDGE_PX, channels: 4 } as const;
    return file("noise.png", "image/png", sharp(randomBytes(EDGE_PX * EDGE_PX * 4), { raw }).png());
  },
  drawing: (): Picture => ({
    name: "drawing.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from(drawing),
  }),
};

export const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">
<style>rect { fill: #c2255c }</style><rect width="20" height="20"/></svg>`;

/** What a person's hand or clipboard would bring, put on the page as the browser does. */
export async function bring(page: Page, how: "drop" | "paste", picture: Picture): Promise<void> {
  const { name, mimeType, buffer } = picture;
  const given = { how, name, mimeType, base64: buffer.toString("base64") };
  await page.evaluate(({ how, name, mimeType, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const carried = new DataTransfer();
    carried.items.add(new File([bytes], name, { type: mimeType }));
    const options = { bubbles: true, cancelable: true };
    const event =
      how === "drop"
        ? new DragEvent("drop", { ...options, dataTransfer: carried })
        : new ClipboardEvent("paste", { ...options, clipboardData: carried });
    (document.querySelector("h1") ?? document.body).dispatchEvent(event);
  }, given);
}

/** The colour in the middle of a PNG, as `#rrggbb`. */
export async function colourOf(png: Buffer): Promise<string> {
  const middle = { left: EDGE_PX / 2, top: EDGE_PX / 2, width: 1, height: 1 };
  const pixel = await sharp(png).extract(middle).removeAlpha().raw().toBuffer();
  return `#${pixel.toString("hex")}`;
}
