import type { Page } from "@playwright/test";
import type { MadeCustomer } from "@/e2e/fixtures";
import type { MadeLogs } from "@/e2e/logs";
import { refused, type SweptPage, visited } from "./page";

/** Somebody of the team who has a second factor. */
export type SweptPerson = {
  userId: string;
  factorId: string;
  /** Somebody else, who has signed in before. */
  colleagueId: string;
};

export function teamPages({ userId, colleagueId }: SweptPerson): SweptPage[] {
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

export function accountPages({ userId, factorId }: SweptPerson): SweptPage[] {
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

export function logPages({
  failed,
  orphan,
  replay,
  unhandled,
  rejected,
  call,
}: MadeLogs): SweptPage[] {
  const one = [failed, orphan, unhandled, rejected.body_changed, rejected.too_old];
  return visited("admin", [
    "/admin/webhooks",
    "/admin/webhooks?live=off&verdict=rejected",
    "/admin/webhooks?client=nobody",
    ...one.map((id) => `/admin/webhooks/${id}`),
    `/admin/webhooks/${failed}/replay`,
    `/admin/webhooks/${orphan}/replay`,
    `/admin/webhooks/replays/${replay}`,
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

export function settingsPages({ id }: MadeCustomer): SweptPage[] {
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
    { path: `${at}/wordings/due_diligence/publish`, as: "admin", prepare: aboutToPublish },
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

/** Of the draft that the page before it saved; without one it would lead back there. */
async function aboutToPublish(page: Page): Promise<void> {
  await page.getByRole("heading", { name: /^Publish version/ }).waitFor();
}

async function testedConnection(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Test connection" }).click();
  await page.getByText(/Plaid answered in|Plaid was asked a moment ago/).waitFor();
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
