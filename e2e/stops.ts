import type { Page } from "@playwright/test";

/** More than any page has: who gets here does not come round. */
const STOPS_MAX = 400;

type Stop = { problems: string[] };

/** Every stop of the Tab key until it comes round, and what is wrong with each. */
export async function stopsOf(page: Page): Promise<Stop[]> {
  let walked = await walk(page);
  // News may have brought a control to where the walk had been: what is out of reach stays so.
  if (walked.missed.length > 0) walked = await walk(page);
  const { stops, missed } = walked;
  return [...stops, ...missed.map((name) => ({ problems: [`the Tab key misses ${name}`] }))];
}

async function walk(page: Page): Promise<{ stops: Stop[]; missed: string[] }> {
  await page.evaluate(() => Object.assign(window, { reached: new Set() }));
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtFocus);
    if (stop === null) break;
    stops.push(stop);
    if (stops.length > STOPS_MAX) throw new Error("The Tab key does not come round");
  }
  return { stops, missed: await page.evaluate(controlsMissed) };
}

/** Null once it has come round. Runs in the page. */
function lookAtFocus(): Stop | null {
  const focused = document.activeElement;
  const reached = Reflect.get(window, "reached") as Set<Element>;
  if (!focused || focused === document.body || reached.has(focused)) return null;
  reached.add(focused);
  const name = `${focused.tagName} “${focused.textContent?.trim().slice(0, 40) || focused.id}”`;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const ringed = outlineStyle !== "none" && outlineWidth !== "0px";
  const seen = [...focused.getClientRects()].some((box) => {
    const left = Math.max(box.left, 0);
    const top = Math.max(box.top, 0);
    const width = Math.min(box.right, innerWidth) - left;
    const height = Math.min(box.bottom, innerHeight) - top;
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return width > 0 && height > 0 && (focused.contains(hit) || hit?.contains(focused));
  });
  return {
    problems: [
      ...(ringed ? [] : [`no ring around ${name}`]),
      ...(seen ? [] : [`${name} is not in sight`]),
    ],
  };
}

/** Runs in the page. */
function controlsMissed(): string[] {
  const reached = Reflect.get(window, "reached") as Set<Element>;
  const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  return [...document.querySelectorAll<HTMLElement>(controls)]
    .filter((control) => control.tabIndex >= 0 && !control.matches(":disabled"))
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .filter((control) => !(control instanceof HTMLInputElement && control.type === "radio"))
    .filter((control) => !reached.has(control))
    .map((control) => `${control.tagName} “${control.textContent?.trim().slice(0, 40)}”`);
}
