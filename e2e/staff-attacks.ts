import type { Call } from "./actions";
import type { MadeCustomer } from "./fixtures";

export type Target = Record<"pending" | "draft" | "inReview" | "invited", MadeCustomer>;

export async function makeTarget(make: (options: { status?: string }) => Promise<MadeCustomer>) {
  return {
    pending: await make({}),
    draft: await make({ status: "READY" }),
    inReview: await make({ status: "IN_REVIEW" }),
    invited: await make({ status: "INVITED" }),
  };
}

const companyForm = {
  version: "1",
  companyName: "Taken over",
  legalEntityName: "Taken over",
  website: "https://evil.example",
  applicationName: "Taken over",
};

function linkCall(action: string, { id, invitationId }: MadeCustomer): Call {
  return { action, at: `/onboardings/${id}`, args: [id, invitationId, null], form: {} };
}

/** Calls as pages of ours make them, for people who may not; each action of staff stands here. */
export const attacks: Record<string, (target: Target) => Call[]> = {
  replayAction: () => [
    { action: "replayAction", at: "/admin/webhooks/nothing/replay", args: ["nothing"] },
  ],
  replayStuckAction: () => [
    {
      action: "replayStuckAction",
      at: "/admin/webhooks/replay?from=2026-01-01",
      args: ["2026-01-01"],
    },
  ],
  enableCustomerAction: ({ pending }) => [
    { action: "enableCustomerAction", at: `/customers/${pending.id}`, args: [pending.id] },
  ],
  withdrawEnableAction: ({ pending }) => [
    { action: "withdrawEnableAction", at: `/customers/${pending.id}`, args: [pending.id] },
  ],
  submitForReviewAction: ({ draft }) => [
    {
      action: "submitForReviewAction",
      at: `/onboardings/${draft.id}/check`,
      args: [draft.id, null],
      form: {},
    },
  ],
  recordChangeAction: ({ pending }) => [
    {
      action: "recordChangeAction",
      at: `/customers/${pending.id}/details/website`,
      args: [pending.id, "website", null],
      form: { website: "https://evil.example" },
    },
  ],
  tickLaunchAction: ({ pending }) => [
    {
      action: "tickLaunchAction",
      at: `/customers/${pending.id}`,
      args: [pending.id, "dtm", null],
      form: { note: "Taken over", link: "" },
    },
  ],
  untickLaunchAction: ({ pending }) => [
    { action: "untickLaunchAction", at: `/customers/${pending.id}`, args: [pending.id, "dtm"] },
  ],
  assignOwnerAction: ({ pending }) => [
    {
      action: "assignOwnerAction",
      at: `/customers/${pending.id}/assign`,
      args: [pending.id],
      form: { assignee: "" },
    },
  ],
  checkCustomerAction: ({ pending }) => [
    { action: "checkCustomerAction", at: `/customers/${pending.id}`, args: [pending.id] },
  ],
  eraseAction: ({ pending, draft }) =>
    [pending, draft].map(({ id, companyName }) => ({
      action: "eraseAction",
      at: `/customers/${id}/personal-data`,
      args: [id, null],
      form: { companyName },
    })),
  keepDraftAction: ({ draft }) => [
    { action: "keepDraftAction", at: `/onboardings/${draft.id}`, args: [draft.id] },
  ],
  saveDefaultsAction: () => [
    {
      action: "saveDefaultsAction",
      at: "/admin/settings/defaults",
      args: [null],
      form: { version: "0", partnerName: "Taken over", countryCode: "US" },
    },
  ],
  saveWelcomeAction: () => [
    {
      action: "saveWelcomeAction",
      at: "/admin/settings/invitations",
      args: [null],
      form: { version: "0", contactEmail: "mallory@evil.example", greeting: "Taken over" },
    },
  ],
  saveRetentionAction: () => [
    {
      action: "saveRetentionAction",
      at: "/admin/settings/retention",
      args: [null],
      form: { version: "0", draftDays: "30", secretDays: "1" },
    },
  ],
  saveSecondPersonAction: () => [
    {
      action: "saveSecondPersonAction",
      at: "/admin/settings/two-people",
      args: [null],
      form: { version: "0", sends: "on", enables: "on" },
    },
  ],
  testConnectionAction: () => [
    { action: "testConnectionAction", at: "/admin/settings/plaid", args: [null], form: {} },
  ],
  saveWordingAction: () => [
    {
      action: "saveWordingAction",
      at: "/admin/settings/wordings/due_diligence",
      args: ["due_diligence", null],
      form: { title: "Taken over", body: "Taken over" },
    },
  ],
  discardWordingAction: () => [
    {
      action: "discardWordingAction",
      at: "/admin/settings/wordings/due_diligence",
      args: ["due_diligence"],
      form: {},
    },
  ],
  publishWordingAction: () => [
    {
      action: "publishWordingAction",
      at: "/admin/settings/wordings/due_diligence/publish",
      args: ["due_diligence", { savedAt: "", version: 1 }, null],
      form: {},
    },
  ],
  removeCustomerAction: ({ pending }) => [
    {
      action: "removeCustomerAction",
      at: `/customers/${pending.id}`,
      args: [pending.id, null],
      form: { companyName: pending.companyName },
    },
  ],
  revealSecretAction: ({ pending }) =>
    ["sandbox", "production"].map((kind) => ({
      action: "revealSecretAction",
      at: `/customers/${pending.id}`,
      args: [pending.id, kind],
    })),
  confirmStoredAction: ({ pending }) =>
    ["sandbox", "production"].map((kind) => ({
      action: "confirmStoredAction",
      at: `/customers/${pending.id}/keys`,
      args: [pending.id, kind],
      form: { stored: "on" },
    })),
  pasteSecretAction: ({ pending }) =>
    ["sandbox", "production"].map((kind) => ({
      action: "pasteSecretAction",
      at: `/customers/${pending.id}/keys`,
      args: [pending.id, kind, null],
      form: { secret: "t4ken0over0t4ken0over0t4ken0ov" },
    })),
  createHandoverAction: ({ pending }) =>
    ["sandbox", "production"].map((kinds) => ({
      action: "createHandoverAction",
      at: `/customers/${pending.id}/keys`,
      args: [pending.id, null],
      form: { kinds, name: "Mallory", email: "mallory@evil.example", language: "en" },
    })),
  revokeHandoverAction: ({ pending }) => [
    {
      action: "revokeHandoverAction",
      at: `/customers/${pending.id}/keys`,
      args: [pending.id, "hov_nothing"],
    },
  ],
  adoptCustomerAction: ({ pending }) => [
    {
      action: "adoptCustomerAction",
      at: `/customers/${pending.id}`,
      args: [pending.id, null],
      form: { clientId: pending.clientId },
    },
  ],
  adoptFromPlaidAction: ({ pending }) =>
    ["find", "adopt"].map((intent) => ({
      action: "adoptFromPlaidAction",
      at: "/customers/adopt",
      args: [null],
      form: { intent, clientId: pending.clientId },
    })),
  confirmAbsentAction: ({ pending }) => [
    {
      action: "confirmAbsentAction",
      at: `/customers/${pending.id}`,
      args: [pending.id, null],
      form: { companyName: pending.companyName },
    },
  ],
  duplicateOnboardingAction: ({ pending, draft }) => [
    { action: "duplicateOnboardingAction", at: `/customers/${pending.id}`, args: [pending.id] },
    { action: "duplicateOnboardingAction", at: `/onboardings/${draft.id}`, args: [draft.id] },
  ],
  saveWishesAction: () => [
    { action: "saveWishesAction", at: "/notifications", args: [], form: { digest: "on" } },
  ],
  saveKeyboardAction: () => [
    { action: "saveKeyboardAction", at: "/notifications", args: [], form: { singleKeys: "on" } },
  ],
  startOnboardingAction: () => [{ action: "startOnboardingAction", at: "/customers", args: [] }],
  saveStepAction: ({ draft }) => [
    {
      action: "saveStepAction",
      at: `/onboardings/${draft.id}/company`,
      args: [draft.id, "company", null],
      form: companyForm,
    },
  ],
  attestAction: ({ draft }) => [
    {
      action: "attestAction",
      at: `/onboardings/${draft.id}/attestations`,
      args: [draft.id, null],
      form: { dueDiligence: "on", bankAddendum: "on" },
    },
  ],
  reviewNextAction: () => [{ action: "reviewNextAction", at: "/review", args: [] }],
  inviteAction: ({ invited }) => [
    {
      action: "inviteAction",
      at: `/onboardings/${invited.id}/invite`,
      args: [invited.id, null],
      form: {
        intent: "send",
        name: "Taken over",
        email: "mallory@evil.example",
        "fillers.support": "customer",
        language: "en",
        lifetimeDays: "90",
      },
    },
  ],
  resendInvitationAction: ({ invited }) => [linkCall("resendInvitationAction", invited)],
  changeAddressAction: ({ invited }) => [
    { ...linkCall("changeAddressAction", invited), form: { email: "eve@evil.example" } },
  ],
  revokeInvitationAction: ({ invited }) => [linkCall("revokeInvitationAction", invited)],
  startReviewAction: ({ inReview }) => [
    { action: "startReviewAction", at: `/review/${inReview.id}`, args: [inReview.id] },
  ],
  assignAction: ({ inReview }) => [
    {
      action: "assignAction",
      at: `/review/${inReview.id}`,
      args: [inReview.id],
      form: { assignee: "" },
    },
  ],
  reviewAction: ({ inReview }) =>
    ["approve", "request-changes", "note:company.website"].map((intent) => ({
      action: "reviewAction",
      at: `/review/${inReview.id}`,
      args: [inReview.id, null],
      form: { intent, "comment:company.website": "Taken over" },
    })),
  rejectAction: ({ inReview }) => [
    {
      action: "rejectAction",
      at: `/review/${inReview.id}`,
      args: [inReview.id, null],
      form: { reasonCode: "other", reason: "Taken over" },
    },
  ],
  submitOnboardingAction: ({ draft }) => [
    {
      action: "submitOnboardingAction",
      at: `/onboardings/${draft.id}/check`,
      args: [draft.id, null],
      form: {},
    },
  ],
};
