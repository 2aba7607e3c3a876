import { expect, type Page } from "@playwright/test";
import type { MadeBulk } from "@/e2e/bulk";
import type { MadeCustomer } from "@/e2e/fixtures";
import type { MadeLogs } from "@/e2e/logs";
import { answerSteps, steps } from "@/lib/onboarding/model";
import { accountPages, logPages, type SweptPerson, settingsPages, teamPages } from "./admin-pages";
import { refused, type SweptPage, visited } from "./page";

/** Paths of links. */
export type SweptLinks = Record<"open" | "submitted" | "ended" | "keys" | "ownKeys", string>;

export type SweptCustomers = Record<
  "empty" | "ready" | "pending" | "live" | "denied" | "inReview" | "invited",
  MadeCustomer
>;

/** Every page of the portal; the gallery has the states that are hard to bring about. */
export function sweptPages(
  made: SweptCustomers,
  links: SweptLinks,
  { bulk, logs, person }: { bulk: MadeBulk; logs: MadeLogs; person: SweptPerson },
): SweptPage[] {
  const { empty, ready, pending, live, denied, inReview, invited } = made;
  const link = `/onboardings/${invited.id}/invite/${invited.invitationId}`;
  return [
    ...visited("nobody", [
      "/sign-in",
      "/sign-in?error=link",
      "/sign-in?error=other",
      "/sign-in?ended=1",
      "/sign-in/confirm?token=0&email=someone%40example.com",
      "/unsubscribe/nothing",
    ]),
    ...linkPages(links),
    ...bulkPages(bulk),
    ...logPages(logs),
    ...handoverPages(links),
    { path: "/dev/gallery", as: "nobody", prepare: showEverything },
    { path: "/sign-in", as: "nobody", prepare: refused("E-mail me a sign-in link") },
    ...visited("admin", [
      "/",
      "/customers",
      "/customers?turn=you&status=READY",
      "/customers?q=nothing+is+called+so",
      "/customers?turn=plaid&owner=me&country=US&stuck=3&sort=since",
      "/customers/adopt",
      "/customers/import",
      "/runs",
      "/banks",
      "/banks?q=no+bank+is+called+so",
      "/banks/ins_56",
      "/banks/ins_56?status=PROCESSING&stuck=20",
      "/notifications",
      "/notifications?saved=yes",
      "/keyboard",
      "/admin/health",
      "/customers/nobody",
      "/nowhere",
    ]),
    ...accountPages(person),
    ...teamPages(person),
    ...settingsPages(pending),
    { path: "/", as: "admin", prepare: openMenus },
    { path: "/", as: "admin", prepare: searched },
    { path: "/customers", as: "admin", prepare: openHelp },
    { path: "/customers?q=har", as: "admin", prepare: openFilters },
    ...visited("viewer", [`/customers/${pending.id}`, `/customers/${pending.id}/enable`]),
    ...visited("admin", [`/customers/${denied.id}`, `/customers/${ready.id}`]),
    ...[pending, live].flatMap(customerPages),
    ...[pending, live].flatMap(questionPages),
    { path: `/customers/${pending.id}`, as: "admin", prepare: asked("Enable in Production") },
    { path: `/customers/${pending.id}`, as: "admin", prepare: openMore },
    { path: `/customers/${pending.id}`, as: "admin", prepare: ticking },
    ...["address", "products", "redirect-uris"].map((item) => ({
      path: `/customers/${live.id}/details/${item}`,
      as: "admin" as const,
      prepare: refused("Record the change"),
    })),
    ...visited("admin", [
      `/customers/${live.id}/assign`,
      `/customers/${live.id}/activity?kind=secret&q=nothing`,
      `/customers/${live.id}/activity?event=nothing`,
    ]),
    ...visited("admin", ["/review", "/review?none", `/review/${inReview.id}`]),
    ...visited("viewer", ["/review"]),
    {
      path: `/review/${inReview.id}`,
      as: "admin",
      prepare: refused("Request changes"),
    },
    { path: `/review/${inReview.id}`, as: "admin", prepare: asked("Reject") },
    {
      path: `/review/${inReview.id}/reject?submission=sub_0&answers=0`,
      as: "admin",
    },
    ...visited("admin", [
      `/onboardings/${invited.id}`,
      `/onboardings/${invited.id}/invite`,
      `/onboardings/${inReview.id}`,
      `/onboardings/${inReview.id}/invite`,
      `${link}/address`,
      `${link}/revoke`,
      "/customers?turn=customer",
    ]),
    ...visited("viewer", [`/customers/${invited.id}`]),
    {
      path: `/onboardings/${invited.id}/invite`,
      as: "admin",
      prepare: refused("Send invitation"),
    },
    { path: `/onboardings/${invited.id}`, as: "admin", prepare: asked("Revoke link") },
    ...[empty, ready].flatMap(wizardPages),
    { path: `/onboardings/${empty.id}/company`, as: "admin", prepare: refused("Continue") },
  ];
}

function bulkPages({ asked, paused, finished, file }: MadeBulk): SweptPage[] {
  return [
    ...visited("admin", [
      `/runs/${asked}`,
      `/runs/${paused}`,
      `/runs/${finished}?show=problems`,
      `/customers/import/${file}`,
      `/customers/import/${file}/check`,
    ]),
    { path: "/customers", as: "admin", prepare: selected },
  ];
}

async function selected(page: Page): Promise<void> {
  await page
    .getByRole("checkbox", { name: /^Select/ })
    .first()
    .check();
  await page.getByRole("form", { name: "Selected customers" }).waitFor();
  // There the bar covers nothing, and what it covers elsewhere cannot be judged.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
}

function linkPages({ open, submitted, ended }: SweptLinks): SweptPage[] {
  return [
    ...visited("nobody", ["/apply/nothing", open, ended]),
    { path: open, as: "nobody", prepare: started },
    ...visited("guest", [open, submitted, `${submitted}/company`, `${open}/forward`]),
    ...visited(
      "guest",
      answerSteps.map((section) => `${open}/${section}`),
    ),
    { path: `${open}/check`, as: "guest", prepare: refused("Submit for review") },
    { path: `${open}/forward`, as: "guest", prepare: refused("Forward") },
  ];
}

/** `keys` was not opened on any device, `ownKeys` on this guest's. */
function handoverPages({ keys, ownKeys }: SweptLinks): SweptPage[] {
  return [
    ...visited("nobody", ["/handover/nothing", keys]),
    { path: keys, as: "nobody", prepare: askedForCode },
    ...visited("guest", [ownKeys]),
    { path: ownKeys, as: "guest", prepare: shown },
  ];
}

async function askedForCode(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send me the code" }).click();
  await page.getByLabel("Six-digit code").waitFor();
}

async function shown(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Reveal once|Open again)$/ }).click();
  const spells = page.getByRole("button", { name: "Read characters" });
  await spells.first().waitFor();
  while ((await spells.count()) > 0) await spells.first().click();
}

async function started(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByLabel("Six-digit code").waitFor();
}

function customerPages({ id }: MadeCustomer): SweptPage[] {
  const tabs = ["", "/banks", "/details", "/keys", "/activity"];
  return visited(
    "admin",
    tabs.map((tab) => `/customers/${id}${tab}`),
  );
}

function questionPages({ id }: MadeCustomer): SweptPage[] {
  return visited("admin", [`/customers/${id}/enable`, `/customers/${id}/remove`]);
}

function wizardPages({ id }: MadeCustomer): SweptPage[] {
  return visited("admin", [
    `/onboardings/${id}`,
    ...steps.map((step) => `/onboardings/${id}/${step}`),
  ]);
}

function asked(button: string) {
  return async (page: Page) => {
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("alertdialog").waitFor();
  };
}

async function searched(page: Page): Promise<void> {
  const field = page.getByRole("combobox", { name: /^Search customers/ });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await field.fill("a");
  await page
    .getByRole("status")
    .filter({ hasText: /customers?/ })
    .waitFor();
}

async function openHelp(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

async function openMenus(page: Page): Promise<void> {
  const navigation = page.getByRole("button", { name: "Menu" });
  const menu = (await navigation.isVisible())
    ? navigation
    : page.getByRole("button", { name: "Account" });
  await menu.click();
  await page.locator(":popover-open").waitFor();
}

async function openMore(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.locator(":popover-open").waitFor();
}

/** An item of the launch checklist about to be ticked, with a link that is none. */
async function ticking(page: Page): Promise<void> {
  await page.getByText("Mark as done").first().click();
  await page.getByLabel("Link").first().fill("nowhere");
  await page.getByRole("button", { name: "Mark as done" }).first().click();
  await page.getByText("Enter the whole host name").waitFor();
}

async function openFilters(page: Page): Promise<void> {
  await page.getByText("Filters", { exact: true }).click();
  await page.getByLabel("Status", { exact: true }).waitFor();
}

async function showEverything(page: Page): Promise<void> {
  const hidden = page.getByRole("button", { name: /^Show the/ });
  while ((await hidden.count()) > 0) await hidden.first().click();
}
