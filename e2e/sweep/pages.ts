import { expect, type Page } from "@playwright/test";
import type { MadeBulk } from "@/e2e/bulk";
import type { MadeCustomer } from "@/e2e/fixtures";
import type { MadeLogs } from "@/e2e/logs";
import type { Role } from "@/lib/auth/model";
import { steps } from "@/lib/onboarding/model";

/**
 * A guest is an invited customer on a device that gave the code; somebody with a second factor has
 * proven it, or is waiting to.
 */
export type Visitor = Extract<Role, "admin" | "viewer"> | "nobody" | "guest" | "proven" | "waiting";

/** Paths of links. */
export type SweptLinks = Record<"open" | "submitted" | "ended" | "keys" | "ownKeys", string>;

export type SweptPage = {
  path: string;
  /** Nobody where the page is for people who are not signed in. */
  as: Visitor;
  /** Brings the page into the state to look at. */
  prepare?: (page: Page) => Promise<void>;
};

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

/** Somebody of the team who has a second factor. */
export type SweptPerson = {
  userId: string;
  factorId: string;
  /** Somebody else, who has signed in before. */
  colleagueId: string;
};

function teamPages({ userId, colleagueId }: SweptPerson): SweptPage[] {
  return [
    ...visited("admin", [
      "/admin/team",
      "/admin/team?q=nobody+is+called+so",
      "/admin/team?order=activity&status=suspended",
      "/admin/team?revoked",
      `/admin/team/${userId}`,
      `/admin/team/${userId}?invited`,
      ...["", "/role", "/suspend", "/remove"].map((page) => `/admin/team/${colleagueId}${page}`),
      "/admin/team/invite",
    ]),
    { path: "/admin/team/invite", as: "admin", prepare: refused("Send invitation") },
    ...visited("viewer", ["/admin/team", "/admin/team/roles"]),
    ...visited(
      "nobody",
      ["refused", "unreachable", "unfinished"].map((end) => `/sign-in?error=sso_${end}`),
    ),
  ];
}

function accountPages({ userId, factorId }: SweptPerson): SweptPage[] {
  return [
    ...visited("admin", [
      "/account",
      "/account/security",
      "/account/security?done=full",
      "/account/security/passkey",
      "/account/security/authenticator",
      "/account/security/recovery-codes",
      `/admin/team/${userId}/reset-factors`,
      "/sign-in/again?returnTo=/customers",
    ]),
    { path: "/account/security", as: "admin", prepare: begun },
    ...visited("proven", [
      "/account/security?done=added",
      `/account/security/factors/${factorId}/remove`,
      "/sign-in/again?returnTo=/customers",
      "/sign-in/again?returnTo=/customers&recovery=yes",
    ]),
    { path: "/account/security/recovery-codes", as: "proven", prepare: codesMade },
    ...visited("waiting", ["/sign-in/second-factor?returnTo=/customers"]),
    {
      path: "/sign-in/second-factor?recovery=yes",
      as: "waiting",
      prepare: refused("Continue"),
    },
  ];
}

function logPages({ failed, orphan, unhandled, rejected, call }: MadeLogs): SweptPage[] {
  const one = [failed, orphan, unhandled, rejected.body_changed, rejected.too_old];
  return visited("admin", [
    "/admin/webhooks",
    "/admin/webhooks?live=off&verdict=rejected",
    "/admin/webhooks?client=nobody",
    ...one.map((id) => `/admin/webhooks/${id}`),
    `/admin/webhooks/${failed}/replay`,
    `/admin/webhooks/${orphan}/replay`,
    "/admin/webhooks/replay",
    "/admin/webhooks/replay?from=2020-01-01",
    "/admin/requests",
    "/admin/requests?request_id=nobody",
    `/admin/requests/${call}`,
    "/admin/audit",
    "/admin/audit?object=nobody",
    "/admin/audit/verify",
  ]);
}

function settingsPages({ id }: MadeCustomer): SweptPage[] {
  const at = "/admin/settings";
  return [
    ...visited("admin", [
      at,
      `${at}?saved=yes`,
      ...["plaid", "webhook", "defaults", "invitations", "two-people", "retention", "wordings"].map(
        (part) => `${at}/${part}`,
      ),
      `${at}/wordings/bank_addendum`,
      `/customers/${id}/personal-data`,
    ]),
    { path: `${at}/retention`, as: "admin", prepare: refusedRetention },
    { path: `${at}/wordings/due_diligence`, as: "admin", prepare: draftedWording },
    { path: `${at}/plaid`, as: "admin", prepare: testedConnection },
    ...visited("viewer", [at]),
  ];
}

async function refusedRetention(page: Page): Promise<void> {
  await page.getByLabel(/^Days until a draft/).fill("3");
  await refused("Save")(page);
}

async function draftedWording(page: Page): Promise<void> {
  await page.getByLabel("Text").fill("I confirm that {partner} knows {legalEntityName} well.");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByText("Draft saved").waitFor();
}

async function testedConnection(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Test connection" }).click();
  await page.getByText(/Plaid answered in|Plaid was asked a moment ago/).waitFor();
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

/** The last page of setting an app up, with its QR code and an error. */
async function begun(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await page.getByRole("img", { name: /^QR code/ }).waitFor();
  await refused("Turn on")(page);
}

async function codesMade(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Make recovery codes" }).click();
  await page.getByRole("list", { name: "Recovery codes" }).waitFor();
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
  const sections = ["company", "contacts", "support", "logo", "redirect-uris"];
  return [
    ...visited("nobody", ["/apply/nothing", open, ended]),
    { path: open, as: "nobody", prepare: started },
    ...visited("guest", [open, submitted, `${submitted}/company`, `${open}/forward`]),
    ...visited(
      "guest",
      sections.map((section) => `${open}/${section}`),
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
  for (const spell of await page.getByRole("button", { name: "Read characters" }).all()) {
    await spell.click();
  }
}

async function started(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByLabel("Six-digit code").waitFor();
}

function visited(as: Visitor, paths: string[]): SweptPage[] {
  return paths.map((path) => ({ path, as }));
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

/** A form sent with nothing in it. */
function refused(button: string) {
  return async (page: Page) => {
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  };
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
}

async function showEverything(page: Page): Promise<void> {
  const hidden = page.getByRole("button", { name: /^Show the/ });
  while ((await hidden.count()) > 0) await hidden.first().click();
}
