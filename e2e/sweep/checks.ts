import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { frameProblems } from "./frame";
import { clippedElements, smallTargets, spaceText } from "./sizes";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What is wrong with the page as it stands, in both themes, one sentence each. */
export async function problemsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await axeProblems(axe(page).withTags(tags));
  const frame = await page.evaluate(frameProblems);
  const sizes = [...(await page.evaluate(clippedElements)), ...(await page.evaluate(smallTargets))];
  // The themes differ in nothing but their colours.
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeProblems(axe(page).withRules(["color-contrast", "link-in-text-block"]));
  // Last: a page that grew and shrank is scrolled elsewhere, and a bar that sticks covers other rows.
  await page.evaluate(spaceText, true);
  const spaced = await page.evaluate(clippedElements);
  await page.evaluate(spaceText, false);
  return [
    ...light,
    ...frame,
    ...sizes,
    ...dark.map((problem) => `in dark, ${problem}`),
    ...spaced.map((problem) => `with spaced text, ${problem}`),
  ];
}

/** How many kinds of checks each page goes through. */
export const CHECKS = 6;

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
