import type { ImageFacts } from "@/lib/images/model";
import { LOGO_EDGE_PX } from "@/lib/logos/model";
import type { Crop, Size } from "./logo-crop";

/** A decoded image and its halves: shrinking step by step loses no fine lines, and is fast. */
export type Picture = Size & { levels: CanvasImageSource[]; ground: Background };

/** A colour as CSS spells it; undefined lets the background through. */
export type Background = string | undefined;

export type Cropped = { picture: Picture; crop: Crop; background: Background };

/** Drawings have no pixels of their own; these are enough to be cropped. */
const DRAWING_EDGE_PX = 2048;
/** A JPEG of one colour differs by as much. */
const NOISE = 6;

/** Decodes the first frame. Rejects when the browser cannot. */
export async function openPicture(file: Blob, facts: ImageFacts): Promise<Picture> {
  if (facts.format === "SVG") return withHalves(await rasterise(file, facts));
  // A photo is turned as its camera says.
  return withHalves(await createImageBitmap(file));
}

async function rasterise(file: Blob, facts: ImageFacts): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(withPixels(await file.text(), facts));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const canvas = blank({ width, height });
    contextOf(canvas).drawImage(image, 0, 0, width, height);
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The same drawing with a size in pixels, without which browsers differ or draw nothing. */
function withPixels(source: string, { widthPx = 300, heightPx = 150 }: Partial<ImageFacts>): Blob {
  const { documentElement: root } = new DOMParser().parseFromString(source, "image/svg+xml");
  if (root.localName !== "svg") throw new Error("This is no drawing");
  const scale = DRAWING_EDGE_PX / Math.max(widthPx, heightPx);
  if (!root.hasAttribute("viewBox")) root.setAttribute("viewBox", `0 0 ${widthPx} ${heightPx}`);
  root.setAttribute("width", String(widthPx * scale));
  root.setAttribute("height", String(heightPx * scale));
  return new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" });
}

function withHalves(full: ImageBitmap | HTMLCanvasElement): Picture {
  const { width, height } = full;
  const levels: CanvasImageSource[] = [full];
  for (let half = halved(full); Math.max(half.width, half.height) > 64; half = halved(half)) {
    const canvas = blank(half);
    contextOf(canvas).drawImage(levels.at(-1) ?? full, 0, 0, half.width, half.height);
    levels.push(canvas);
  }
  return { width, height, levels, ground: groundOf(full) };
}

function halved({ width, height }: Size): Size {
  return { width: Math.max(1, width >> 1), height: Math.max(1, height >> 1) };
}

/** What goes on around an image: its colour when all corners share one, nothing where they let through. */
function groundOf(image: ImageBitmap | HTMLCanvasElement): Background {
  const context = contextOf(blank({ width: 2, height: 2 }));
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    context.drawImage(image, x * (image.width - 1), y * (image.height - 1), 1, 1, x, y, 1, 1);
  }
  const { data } = context.getImageData(0, 0, 2, 2);
  const channel = (of: number) => [0, 4, 8, 12].map((pixel) => data[pixel + of] ?? 0);
  if (channel(3).some((alpha) => alpha < 255)) return undefined;
  const spread = (of: number) => Math.max(...channel(of)) - Math.min(...channel(of));
  if ([0, 1, 2].some((of) => spread(of) > NOISE)) return "#ffffff";
  return `#${[0, 1, 2].map((of) => (data[of] ?? 0).toString(16).padStart(2, "0")).join("")}`;
}

/** Draws what is cropped over the whole of a square canvas. */
export function drawCrop(canvas: HTMLCanvasElement, { picture, crop, background }: Cropped): void {
  const context = contextOf(canvas);
  const scale = canvas.width / LOGO_EDGE_PX;
  context.clearRect(0, 0, canvas.width, canvas.width);
  if (background) {
    context.fillStyle = background;
    context.fillRect(0, 0, canvas.width, canvas.width);
  }
  const wanted = Math.floor(Math.log2(1 / (crop.scale * scale)));
  const level = picture.levels[Math.min(Math.max(wanted, 0), picture.levels.length - 1)];
  if (!level) return;
  context.imageSmoothingQuality = "high";
  context.drawImage(
    level,
    crop.left * scale,
    crop.top * scale,
    picture.width * crop.scale * scale,
    picture.height * crop.scale * scale,
  );
}

export type Rendered = { png: Blob; transparent: boolean };

/** The logo itself: exactly as large as Plaid needs it. */
export async function renderLogo(cropped: Cropped): Promise<Rendered> {
  const canvas = blank({ width: LOGO_EDGE_PX, height: LOGO_EDGE_PX });
  drawCrop(canvas, cropped);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!png) throw new Error("The browser gave no PNG");
  return { png, transparent: !isOpaque(canvas) };
}

function isOpaque(canvas: HTMLCanvasElement): boolean {
  const { data } = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}

function blank({ width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The browser has no canvas to draw on");
  return context;
}
