import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { type Picture, themes, widths } from "@/scripts/screens/picture";
import { pageAt, test } from "./fixtures";
import type { SweptPage } from "./page";

/* Pictures of what the sweep goes over, for people to look at: `npm run screens`. */

const folder = process.env.SCREENS ?? "";
const wanted = process.env.SCREENS_ONLY ?? "";

test.use({ companies: "Harbor #", person: "Ada Anew" });

for (const width of widths) {
  test(`pictures at ${width} px`, async ({ browser, tour }) => {
    test.setTimeout(1_200_000);
    mkdirSync(folder, { recursive: true });
    const page = await pageAt(browser, width);
    const pictures: Picture[] = [];
    for (const [n, swept] of tour.pages.entries()) {
      if (!swept.path.includes(wanted)) continue;
      await tour.visit(page, swept);
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        for (const [part, { title, shoot }] of (await shots(page, swept)).entries()) {
          const subject = `${n}-${part}`;
          const file = `${subject}-${width}-${theme}.png`;
          await shoot(path.join(folder, file));
          pictures.push({ subject, title, as: swept.as, width, theme, file });
        }
      }
    }
    writeFileSync(path.join(folder, `${width}.json`), JSON.stringify(pictures));
    await page.context().close();
  });
}

type Shot = { title: string; shoot: (file: string) => Promise<Buffer> };

/** The gallery is as long as a hundred pages: each of its rooms is a picture. */
async function shots(page: Page, swept: SweptPage): Promise<Shot[]> {
  if (swept.path !== "/dev/gallery") {
    return [{ title: swept.path, shoot: (path) => page.screenshot({ path, fullPage: true }) }];
  }
  const rooms = await page.locator("main > section").all();
  const titles = await page.locator("main > section > h2").allTextContents();
  return rooms.map((room, n) => ({
    title: `Gallery: ${titles[n]}`,
    shoot: (path) => room.screenshot({ path }),
  }));
}
