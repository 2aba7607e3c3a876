/** Axe sees no text that is cut off or sticks out. Controls that scroll their own value may. */
export function clippedElements(): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    found.push(`clip: the page is ${root.scrollWidth} px wide, the window ${root.clientWidth}`);
  }
  for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
    const { display, position, clipPath, overflowY, webkitLineClamp } = getComputedStyle(element);
    const hidden = position === "absolute" && clipPath !== "none";
    if (hidden || display === "inline" || element.matches("input, textarea, select, svg *"))
      continue;
    if (element.clientWidth === 0 || element.closest("[data-scroll]")) continue;
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const cutBelow = /hidden|clip/.test(overflowY) && webkitLineClamp === "none";
    const held =
      scrollWidth > clientWidth + 1
        ? `${scrollWidth} px in ${clientWidth}`
        : cutBelow &&
          scrollHeight > clientHeight + 1 &&
          `${scrollHeight} px in ${clientHeight}, down`;
    if (!held) continue;
    const text = element.textContent?.trim().slice(0, 40);
    found.push(
      `clip: ${element.tagName.toLowerCase()}.${element.className} “${text}” holds ${held}`,
    );
  }
  return found;
}

/** At least 24 px, and the height of a control under a finger; links in the run of a text may be smaller. */
export function smallTargets(): string[] {
  const coarse = matchMedia("(pointer: coarse)").matches;
  const found: string[] = [];
  const targets =
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
  // The class makes a link a button.
  const controls =
    ".min-h-control, button, select, textarea, input:not([type=checkbox], [type=radio])";
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

/** As far apart as WCAG 1.4.12 lets readers put letters, words, lines and paragraphs. */
export function spaceText(spaced: boolean): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = spaced ? [sheet] : [];
}
