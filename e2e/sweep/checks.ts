import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What is wrong with the page as it stands, in both themes, one sentence each. */
export async function problemsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await axeProblems(axe(page).withTags(tags));
  const sizes = [...(await page.evaluate(clippedElements)), ...(await page.evaluate(smallTargets))];
  // The themes differ in nothing but their colours.
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeProblems(axe(page).withRules(["color-contrast", "link-in-text-block"]));
  return [...light, ...sizes, ...dark.map((problem) => `in dark, ${problem}`)];
}

/** How many kinds of checks each page goes through. */
export const CHECKS = 4;

function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .options({ resultTypes: ["violations", "incomplete"] })
    .setLegacyMode();
}

async function axeProblems(builder: AxeBuilder): Promise<string[]> {
  const { violations, incomplete } = await builder.analyze();
  // Axe cannot tell that an open dialog keeps the focus from what is hidden behind it.
  const undecided = incomplete.filter(
    ({ id, impact }) => impact === "serious" && id !== "aria-hidden-focus",
  );
  return [...violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Axe sees no text that is cut off or sticks out. Controls that scroll their own value may. */
function clippedElements(): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    found.push(`clip: the page is ${root.scrollWidth} px wide, the window ${root.clientWidth}`);
  }
  for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
    const { display, position, clipPath } = getComputedStyle(element);
    const hidden = position === "absolute" && clipPath !== "none";
    if (hidden || display === "inline" || element.matches("input, textarea, select, svg *"))
      continue;
    if (element.clientWidth === 0 || element.closest("[data-scroll]")) continue;
    if (element.scrollWidth > element.clientWidth + 1) {
      const text = element.textContent?.trim().slice(0, 40);
      found.push(
        `clip: ${element.tagName.toLowerCase()}.${element.className} “${text}” holds ${element.scrollWidth} px in ${element.clientWidth}`,
      );
    }
  }
  return found;
}

/** At least 24 px, and the height of a control under a finger; links in the run of a text may be smaller. */
function smallTargets(): string[] {
  const coarse = matchMedia("(pointer: coarse)").matches;
  const found: string[] = [];
  const targets =
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
  const controls = "button, select, textarea, input:not([type=checkbox], [type=radio])";
  for (const element of document.body.querySelectorAll<HTMLElement>(targets)) {
    const { width, height } = element.getBoundingClientRect();
    const { position, clipPath } = getComputedStyle(element);
    if (width === 0 || (position === "absolute" && clipPath !== "none")) continue;
    const around = element.parentElement?.textContent?.trim() ?? "";
    const inText =
      element.matches("a") && around.length > (element.textContent?.trim().length ?? 0);
    const least = coarse && element.matches(controls) ? 44 : 24;
    if (width >= 24 && height >= least) continue;
    if (inText) continue;
    const size = `${Math.round(width)} × ${Math.round(height)}`;
    const name = element.textContent?.trim().slice(0, 40) || element.id;
    found.push(`target: ${element.tagName.toLowerCase()} “${name}” is ${size}, not ${least} px`);
  }
  return found;
}
