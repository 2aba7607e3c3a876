const ROWS = "tr, li, article";

/** What was around the focus, from the inside out. */
type Place = { element: Element; next: Element | null };

/** When the focused control leaves the page, goes on at the row after its own, else at the nearest heading. */
export function keepFocus(): () => void {
  let places: Place[] = [];
  const remember = ({ target }: FocusEvent) => {
    places = [];
    for (let element = target as Element | null; element; element = element.parentElement) {
      places.push({ element, next: element.nextElementSibling });
    }
  };
  const observer = new MutationObserver(() => {
    if (document.activeElement !== document.body || places[0]?.element.isConnected) return;
    const lost = places;
    places = [];
    goOn(lost);
  });
  document.addEventListener("focusin", remember);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", remember);
    observer.disconnect();
  };
}

function goOn(places: Place[]): void {
  const row = places.find(({ element, next }) => !element.isConnected && next?.matches(ROWS));
  if (row?.next?.isConnected) focus(row.next);
  else places.some(({ element }) => element.isConnected && focusHeading(element));
}

/** @returns whether there is one in it. */
export function focusHeading(within: Element): boolean {
  const heading = within.querySelector("h1") ?? within.querySelector("h2, h3");
  if (heading) focus(heading);
  return heading !== null;
}

function focus(element: Element): void {
  element.setAttribute("tabindex", "-1");
  (element as HTMLElement).focus({ preventScroll: true });
}
