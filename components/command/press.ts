import type { Route } from "next";

/** How long the second key of a pair is waited for. */
const PAIR_MS = 1_500;

/** Pages by the key that follows `g`. */
const places: Record<string, Route> = { o: "/", c: "/customers", r: "/review", b: "/banks" };

type Answers = { menu: () => void; help: () => void; go: (place: Route) => void };

let pairUntil = 0;

/** What one key does where nobody types. */
export function press(key: string, { menu, help, go }: Answers): void {
  const pair = performance.now() < pairUntil;
  pairUntil = 0;
  const place = pair ? places[key] : undefined;
  // Only where the navigation leads: a viewer reviews nothing.
  if (place) {
    if (document.querySelector(`nav a[href="${place}"]`)) go(place);
  } else if (key === "g") pairUntil = performance.now() + PAIR_MS;
  else if (key === "?") help();
  else if (key === "/") search(menu);
  else if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  else if (key === "x") currentRow()?.querySelector<HTMLElement>("[type=checkbox]")?.click();
  else answer(key);
}

function search(menu: () => void): void {
  const field = document.querySelector<HTMLInputElement>("main input[name=q]");
  if (field) field.select();
  else menu();
}

function step(by: number): void {
  const rows = [...document.querySelectorAll("main tbody tr")].filter(firstLink);
  const current = currentRow();
  const next = current ? rows[rows.indexOf(current) + by] : rows[0];
  if (next) firstLink(next)?.focus();
}

function currentRow(): Element | null {
  return document.activeElement?.closest("main tbody tr") ?? null;
}

function firstLink(row: Element): HTMLElement | null {
  return row.querySelector<HTMLElement>("a[href]");
}

/** Buttons name their keys. A letter only leads to one, so that nothing is decided by one key. */
function answer(key: string): void {
  const button = document.querySelector<HTMLElement>(`main [aria-keyshortcuts="${key}"]`);
  if (key === "Escape") button?.click();
  else button?.focus();
}
