import { LOGO_EDGE_PX } from "@/lib/logos/model";

export type Size = { width: number; height: number };

/** Where an image lies in the logo's square: its upper left corner and its enlargement, in the square's pixels. */
export type Crop = { left: number; top: number; scale: number };

/** Of an image that would otherwise be lost outside the square, or shrunk to nothing. */
const IN_SIGHT_PX = 64;
const SCALE_MAX_OF_FILL = 16;

/** The whole image, as large as it fits. */
export function wholeImage(image: Size): Crop {
  return centred(image, wholeScale(image));
}

/** The whole square covered, with as little of the image lost as possible. */
export function filledSquare(image: Size): Crop {
  return centred(image, LOGO_EDGE_PX / Math.min(image.width, image.height));
}

function centred({ width, height }: Size, scale: number): Crop {
  return {
    left: (LOGO_EDGE_PX - width * scale) / 2,
    top: (LOGO_EDGE_PX - height * scale) / 2,
    scale,
  };
}

export function moved(crop: Crop, image: Size, by: { left: number; top: number }): Crop {
  return inSight({ ...crop, left: crop.left + by.left, top: crop.top + by.top }, image);
}

export function placed(crop: Crop, image: Size, at: Partial<Pick<Crop, "left" | "top">>): Crop {
  return inSight({ ...crop, ...at }, image);
}

const middle = { left: LOGO_EDGE_PX / 2, top: LOGO_EDGE_PX / 2 };

/** Enlarged or shrunk around a point of the square, which stays where it is. */
export function zoomed(crop: Crop, image: Size, factor: number, around = middle): Crop {
  const scale = allowedScale(crop.scale * factor, image);
  const ratio = scale / crop.scale;
  return inSight(
    {
      left: around.left - (around.left - crop.left) * ratio,
      top: around.top - (around.top - crop.top) * ratio,
      scale,
    },
    image,
  );
}

/** 100 when the whole image just fits. */
export function zoomPercent(crop: Crop, image: Size): number {
  return (crop.scale / wholeScale(image)) * 100;
}

export function withZoomPercent(crop: Crop, image: Size, percent: number): Crop {
  return zoomed(crop, image, (percent / 100) * (wholeScale(image) / crop.scale));
}

function wholeScale({ width, height }: Size): number {
  return LOGO_EDGE_PX / Math.max(width, height);
}

function allowedScale(scale: number, { width, height }: Size): number {
  const least = IN_SIGHT_PX / Math.max(width, height);
  const most = (SCALE_MAX_OF_FILL * LOGO_EDGE_PX) / Math.min(width, height);
  return clamp(scale, least, most);
}

function inSight({ left, top, scale }: Crop, { width, height }: Size): Crop {
  const reach = LOGO_EDGE_PX - IN_SIGHT_PX;
  return {
    left: clamp(left, Math.min(IN_SIGHT_PX - width * scale, 0), reach),
    top: clamp(top, Math.min(IN_SIGHT_PX - height * scale, 0), reach),
    scale,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
