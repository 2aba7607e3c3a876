import type { Page } from "@playwright/test";
import axe, { type RunOnly, type RunOptions } from "axe-core";
import { frameProblems } from "./frame";
import { clippedElements, smallTargets, spaceText } from "./sizes";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const coloured = ["color-contrast", "link-in-text-block"];

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What is wrong with the page as it stands, in both themes, one sentence each. */
export async function problemsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(axe.source);
  const light = await axeProblems(page, { type: "tag", values: tags });
  const frame = await page.evaluate(frameProblems);
  const sizes = [...(await page.evaluate(clippedElements)), ...(await page.evaluate(smallTargets))];
  // The themes differ in nothing but their colours.
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeProblems(page, { type: "rule", values: coloured });
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

async function axeProblems(page: Page, runOnly: RunOnly): Promise<string[]> {
  // What passed is not sent: it is most of what axe finds.
  const { violations, incomplete } = await page.evaluate(
    async (options: RunOptions) => {
      const found = await window.axe.run(options);
      return { violations: found.violations, incomplete: found.incomplete };
    },
    { runOnly, resultTypes: ["violations", "incomplete"] } satisfies RunOptions,
  );
  // Axe cannot tell that an open dialog keeps the focus from what is hidden behind it.
  const undecided = incomplete.filter(
    ({ id, impact }) => impact === "serious" && id !== "aria-hidden-focus",
  );
  return [...violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}
