/** What every page must have around and above its content. Runs in the page. */
export function frameProblems(): string[] {
  // The gallery shows parts of many pages.
  if (location.pathname === "/dev/gallery") return [];
  const found: string[] = [];
  const count = (selector: string) => document.querySelectorAll(selector).length;
  for (const one of ["h1", "main", "#status[role=status]", "#alert[role=alert]"]) {
    if (count(one) !== 1) found.push(`frame: ${count(one)} of ${one}, not 1`);
  }
  if (!document.documentElement.lang) found.push("frame: no language");

  const summary = document.querySelector('[role=alert][tabindex="-1"]:has(> h2)');
  if (summary && document.activeElement !== summary) {
    found.push(`focus: on ${document.activeElement?.tagName}, not on what went wrong`);
  }

  // Behind a link the title tells nothing of the link, and is in the reader's language.
  if (/^\/(?:apply|handover|unsubscribe)\//.test(location.pathname)) return found;
  const { title } = document;
  const [, said = ""] = /^(?:Error: )?(.+) – (?:Vestibule|.+ portal)$/.exec(title) ?? [];
  const heading = document.querySelector("h1")?.textContent ?? "";
  const words = said.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const tells = words.some((word) => heading.toLowerCase().includes(word));
  // Who may not see a page is told its name all the same.
  if (!said || !(tells || heading === "You cannot do this")) {
    found.push(`title: “${title}” over “${heading}”`);
  }
  if (title.startsWith("Error: ") !== Boolean(summary)) {
    found.push(`title: “${title}” ${summary ? "hides" : "tells of"} an error`);
  }
  return found;
}

/** Titles of several kinds of pages, but for the one of pages that are not there. */
export function sharedTitles(pages: { url: string; title: string }[]): string[] {
  const paths = new Map<string, Set<string>>();
  for (const { url, title } of pages) {
    const said = title.replace(/^Error: /, "");
    paths.set(said, (paths.get(said) ?? new Set()).add(kindOf(new URL(url).pathname)));
  }
  return [...paths]
    .filter(([title, { size }]) => size > 1 && !title.startsWith("Page not found"))
    .map(([title, shared]) => `title: “${title}” of ${[...shared].join(" and of ")}`);
}

/** Two customers may have one name, and a link tells nothing of itself. */
function kindOf(path: string): string {
  return path
    .replace(/^(\/(?:apply|handover|unsubscribe)\/)[^/]+/, "$1…")
    .replaceAll(/\/(?=[^/]*\d)[^/]{12,}/g, "/…");
}
