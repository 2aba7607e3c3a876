import type { Locator, Page } from "@playwright/test";
import { seededId } from "@/scripts/seed/bulk";
import type { Made } from "./pages";

/** Whoever does on a page what people do there. */
export type Visitor = {
  page: Page;
  /** Presses something under the mouse or a key, and sees what comes of it. */
  does: (kind: string, what: Locator | string, seen: () => Promise<unknown>) => Promise<void>;
  types: (
    kind: string,
    field: Locator,
    text: string,
    seen: () => Promise<unknown>,
  ) => Promise<void>;
};

/** What is done on a page, again and again: it ends where it began. */
export type Walk = {
  path: string;
  signedIn: boolean;
  go: (visitor: Visitor, round: number) => Promise<void>;
};

export function walksOf({ draft }: Made): Walk[] {
  return [
    { path: "/customers", signedIn: true, go: throughTheList },
    // Nobody has enabled this one yet.
    { path: `/customers/${seededId(12)}`, signedIn: true, go: throughACustomer },
    { path: `/onboardings/${draft}/company`, signedIn: true, go: throughTheWizard },
    { path: "/sign-in", signedIn: false, go: throughTheDoor },
  ];
}

const words = ["harbor", "juniper", "orchard"];

async function throughTheList({ page, does, types }: Visitor, round: number): Promise<void> {
  const word = words[round % words.length] ?? "";
  const search = page.getByRole("searchbox", { name: "Search" });
  await types("Typing in the search", search, word, () =>
    page.waitForURL((url) => url.searchParams.get("q") === word),
  );
  await search.fill("");
  await page.waitForURL((url) => !url.searchParams.has("q"));

  const filters = page.getByRole("main").locator("summary");
  const status = page.getByLabel("Status", { exact: true });
  const open = page.getByRole("button", { name: "Filters", exact: true });
  await does("Filters", open, () => status.waitFor());
  await does("Filters", filters, () => gone(status));
  await does("Filters", filters, () => status.waitFor());
  const close = page.getByRole("button", { name: /^Show .* customers$/ });
  await does("Filters", close, () => open.waitFor());

  const boxes = page.getByRole("row").getByRole("checkbox");
  const bar = page.getByRole("form", { name: "Selected customers" });
  const told = (text: string) => bar.getByText(text, { exact: true });
  const clear = page.getByRole("button", { name: "Clear selection" });
  await does("Choosing rows", boxes.nth(1), () => told("1 selected").waitFor());
  await page.keyboard.down("Shift");
  await does("Choosing rows", boxes.nth(9), () => told("9 selected").waitFor());
  await page.keyboard.up("Shift");
  await does("Choosing rows", clear, () => gone(clear));

  const next = page.getByRole("link", { name: "Next", exact: true });
  const previous = page.getByRole("link", { name: "Previous", exact: true });
  await does("Paging", next, () => previous.waitFor());
  await does("Paging", previous, () => gone(previous));
}

async function throughACustomer({ page, does, types }: Visitor, round: number): Promise<void> {
  const menu = page.getByRole("button", { name: "More actions" });
  const inMenu = page.getByRole("link", { name: "Assign", exact: true });
  await does("Menu", menu, () => inMenu.waitFor());
  await does("Menu", "Escape", () => gone(inMenu));

  const dialog = page.getByRole("alertdialog");
  const ask = page.getByRole("button", { name: "Enable in Production" });
  const safe = dialog.getByRole("button", { name: "Not now" });
  await does("Dialog", ask, () => safe.waitFor());
  const leave = round % 2 === 0 ? "Escape" : safe;
  await does("Dialog", leave, () => gone(dialog));

  const field = page.getByRole("combobox", { name: "Search customers, pages and actions" });
  const found = page.getByRole("option", { name: "Harbor" });
  await does("Command menu", "Control+k", () => field.waitFor());
  await types("Typing in the command menu", field, "harbor", () => found.first().waitFor());
  await does("Command menu", "Escape", () => gone(field));

  const tabs = page.getByRole("navigation", { name: "Customer", exact: true });
  for (const name of ["Banks", "Details", "Overview"]) {
    const tab = tabs.getByRole("link", { name });
    const shown = tabs.locator("[aria-current=page]", { hasText: name });
    await does("Tab of a customer", tab, () => shown.waitFor());
  }
}

async function throughTheWizard({ page, does, types }: Visitor, round: number): Promise<void> {
  const street = page.getByLabel("Street");
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const link = (name: string) => page.getByRole("main").getByRole("link", { name, exact: true });
  const arriveAt = (end: string) => () => page.waitForURL(new RegExp(`/onboardings/[^/]+${end}$`));
  await street.fill("");
  await types("Typing in the wizard", street, `${round + 1} Harbor`, () =>
    page.locator("#save-state", { hasText: "Saved" }).waitFor(),
  );
  await does("Wizard", button("Continue"), arriveAt("/contacts"));
  await does("Wizard", link("Back"), arriveAt(""));
  await does("Wizard", link("Company"), arriveAt("/company"));
  await does("Wizard", button("Save and exit"), arriveAt(""));
  await does("Wizard", link("Company"), arriveAt("/company"));
}

async function throughTheDoor({ page, does, types }: Visitor): Promise<void> {
  const field = page.getByLabel("Email address");
  const send = page.getByRole("button", { name: "E-mail me a sign-in link" });
  const refusal = page.getByRole("link", { name: /^Enter an email address/ });
  const answer = page.getByText("Look into your mailbox");
  await field.fill("");
  await does("Sign-in", send, () => refusal.waitFor());
  await types("Typing in the sign-in", field, "nobody@demo.test", () => field.waitFor());
  await does("Sign-in", send, () => answer.waitFor());
}

function gone(what: Locator): Promise<void> {
  return what.waitFor({ state: "hidden" });
}
