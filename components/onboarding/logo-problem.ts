import type { ImageFormat } from "@/lib/images/model";
import { LOGO_EDGE_PX, type LogoProblem } from "@/lib/logos/model";
import type { UploadFailure } from "./logo-upload";

/** What the file is, and what is needed instead. */
export function explainLogo(problem: LogoProblem): string {
  switch (problem.code) {
    case "empty":
      return "The file is empty. Choose the logo again";
    case "not_png":
      return notPng(problem.seen, problem.named);
    case "cut":
      return "This PNG is damaged: it ends before the image is complete. Export it again";
    case "damaged":
      return `This ${problem.seen} is damaged: its image cannot be read. Export it again`;
    case "tail":
      return `This PNG has ${amount(problem.tailBytes)} of something else behind its image. Plaid needs the image alone`;
    case "overfull":
      return "This PNG unpacks to far more than its image. Plaid needs the image alone. Export it again";
    case "animated":
      return `This is an animated ${problem.seen}. Only the first frame would be used`;
    case "wrong_size": {
      const size = `${plain(problem.widthPx)} × ${plain(problem.heightPx)}`;
      return `This image is ${size} pixels. Plaid needs exactly ${LOGO_EDGE_PX} × ${LOGO_EDGE_PX}`;
    }
    case "too_large":
      return `This file is ${amount(problem.bytes)}. It must be smaller than 4 MB`;
    case "busy":
      return "The portal is reading other logos. Send this one again in a moment";
  }
}

/** Without JavaScript nothing here can change a file: what to bring instead is said, too. */
export function explainUnaided(problem: LogoProblem): string {
  const sentence = explainLogo(problem);
  return problem.code === "busy" ? sentence : `${sentence}. Use a 1024 × 1024 PNG`;
}

/** Why an upload came to nothing; the chosen image is still there. */
export function explainUpload(why: UploadFailure): string {
  switch (why) {
    case "cancelled":
      return "Upload cancelled. The image is still here";
    case "network":
      return "Not uploaded. Try again";
    case "busy":
      return "Not uploaded: the portal is reading other logos. Try again in a moment";
    case "signed_out":
      return "Not uploaded: you were signed out. Open this page in a new tab, then try again here";
    case "forbidden":
      return "Not uploaded: your role may not change this end customer";
    case "not_found":
      return "Not uploaded: this end customer no longer exists";
    case "already_sent":
      return "Not uploaded: these answers were sent meanwhile";
  }
}

function notPng(seen: ImageFormat | undefined, named: string | undefined): string {
  if (named) {
    const content = seen ? `${article(seen)} ${seen} image` : "no image this portal knows";
    return `This file is named .${named} but contains ${content}. Plaid needs a PNG`;
  }
  return seen
    ? `This file is ${article(seen)} ${seen}. Plaid needs a PNG`
    : "This file is not an image this portal knows. Plaid needs a PNG";
}

function article(format: ImageFormat): string {
  return /^(SVG|AVIF)$/.test(format) ? "an" : "a";
}

/** Rounded up: a file just over the limit must not read as the limit. */
export function amount(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} KB`;
  return `${(Math.ceil(bytes / 100_000) / 10).toLocaleString("en-US")} MB`;
}

function plain(pixels: number): string {
  return pixels.toLocaleString("en-US", { useGrouping: false });
}
