import { writeFileSync } from "node:fs";
import path from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import { type Picture, themes, widths } from "./picture";

const COLUMNS = 4;
const ON_A_SHEET = 12;
const TILE = { width: 400, height: 560, gap: 16, caption: 28 };

/** Sheets of pictures of one width and theme, cut off where they are long. @returns how many. */
export async function pngSheets(folder: string, pictures: Picture[]): Promise<number> {
  let made = 0;
  for (const width of widths) {
    for (const theme of themes) {
      const alike = pictures.filter((one) => one.width === width && one.theme === theme);
      for (let start = 0; start < alike.length; start += ON_A_SHEET) {
        const number = String(start / ON_A_SHEET + 1).padStart(2, "0");
        const file = path.join(folder, `sheet-${width}-${theme}-${number}.png`);
        await writeSheet(file, folder, alike.slice(start, start + ON_A_SHEET));
        made += 1;
      }
    }
  }
  return made;
}

async function writeSheet(file: string, folder: string, pictures: Picture[]): Promise<void> {
  const placed: OverlayOptions[] = [];
  let top = TILE.gap;
  for (let start = 0; start < pictures.length; start += COLUMNS) {
    const row = pictures.slice(start, start + COLUMNS);
    const tiles = await Promise.all(row.map((one) => tile(path.join(folder, one.file))));
    for (const [n, picture] of row.entries()) {
      const left = TILE.gap + n * (TILE.width + TILE.gap);
      placed.push({ input: caption(picture), left, top });
      placed.push({ input: tiles[n]?.data, left, top: top + TILE.caption });
    }
    top += TILE.caption + Math.max(...tiles.map(({ info }) => info.height)) + TILE.gap;
  }
  const width = TILE.gap + COLUMNS * (TILE.width + TILE.gap);
  await sharp({ create: { width, height: top, channels: 3, background: "#94a3b8" } })
    .composite(placed)
    .png()
    .toFile(file);
}

async function tile(file: string) {
  const { data, info } = await sharp(file)
    .resize({ width: TILE.width })
    .toBuffer({ resolveWithObject: true });
  const height = Math.min(info.height, TILE.height);
  return sharp(data)
    .extract({ left: 0, top: 0, width: TILE.width, height })
    .toBuffer({ resolveWithObject: true });
}

function caption({ subject, title }: Picture): Buffer {
  const text = escaped(`${subject} ${title}`.slice(0, 60));
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${TILE.width}" height="${TILE.caption}"><text y="18" font-family="sans-serif" font-size="13">${text}</text></svg>`,
  );
}

/** One file with every picture, page by page. @returns its path. */
export function writeContactSheet(folder: string, pictures: Picture[]): string {
  const subjects = new Set(pictures.map(({ subject }) => subject));
  const sections = [...subjects].map((subject) => {
    const group = pictures.filter((picture) => picture.subject === subject);
    const shown = group.map(
      ({ file, width, theme }) =>
        `<a href="${file}" title="${width} px, ${theme}"><img src="${file}" alt="${width} px, ${theme}" width="${width / 4}" loading="lazy"></a>`,
    );
    const [{ title = "", as = "" } = {}] = group;
    return `<section><h2>${subject} ${escaped(title)} <small>${as}</small></h2>${shown.join("\n")}</section>`;
  });
  const file = path.join(folder, "index.html");
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${pictures.length} pictures</title>
<style>
  body { margin: 24px; background: #94a3b8; font: 14px/1.5 system-ui }
  section { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; margin-bottom: 48px }
  h2 { width: 100%; margin: 0; font-size: 16px }
</style>
${sections.join("\n")}</html>\n`,
  );
  return file;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
