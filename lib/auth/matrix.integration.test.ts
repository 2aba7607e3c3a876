import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema";
import { findActivity, listActivity } from "@/lib/activity/queries";
import { adoptFromPlaid, findAtPlaid } from "@/lib/adoption/adopt";
import { finishForwarded, forwardSections, withdrawForward } from "@/lib/applicants/forwards";
import { getApplication } from "@/lib/applicants/queries";
import { checkCustomer } from "@/lib/customers/check";
import { countCustomers } from "@/lib/customers/counts";
import { getSentDetails } from "@/lib/customers/details";
import { enableCustomer } from "@/lib/customers/enable";
import { getEnabling, withdrawEnable } from "@/lib/customers/enabling";
import { exportCustomers } from "@/lib/customers/export";
import { getFacts } from "@/lib/customers/facts";
import { findCustomers } from "@/lib/customers/find";
import { idsMatching, listCustomers } from "@/lib/customers/list";
import { getCustomer } from "@/lib/customers/queries";
import { removeCustomer } from "@/lib/customers/remove";
import { createHandover } from "@/lib/handovers/create";
import { listHandovers } from "@/lib/handovers/list";
import { revokeHandover } from "@/lib/handovers/revoke";
import { newId } from "@/lib/id";
import { createDraft } from "@/lib/imports/create-draft";
import { createDrafts } from "@/lib/imports/create-drafts";
import { fixRow, mapColumns } from "@/lib/imports/map";
import { countVerdicts, getImport, listImportRows, listProblemRows } from "@/lib/imports/queries";
import { uploadImport } from "@/lib/imports/upload";
import { getBank, getBanksStrip, listBanks } from "@/lib/institutions/portfolio";
import { getRegistration } from "@/lib/institutions/queries";
import { listWaiting } from "@/lib/institutions/waiting";
import { changeInvitationAddress } from "@/lib/invitations/change-address";
import { inviteApplicant } from "@/lib/invitations/invite";
import { listInvitations } from "@/lib/invitations/list";
import { remindCustomer } from "@/lib/invitations/remind-now";
import { resendInvitation } from "@/lib/invitations/resend";
import { revokeInvitation } from "@/lib/invitations/revoke";
import { chooseSingleKeys } from "@/lib/keyboard/choose";
import { getLaunch } from "@/lib/launch/queries";
import { tickLaunch, untickLaunch } from "@/lib/launch/tick";
import { previewInvitation } from "@/lib/mail/preview-invitation";
import { changeWishes, getWishes } from "@/lib/notifications/wishes";
import { attest } from "@/lib/onboarding/attest";
import { duplicateOnboarding } from "@/lib/onboarding/duplicate";
import { awaitsLogo, getLogo, keepLogo } from "@/lib/onboarding/logo";
import { getOnboarding } from "@/lib/onboarding/queries";
import { adoptCustomer, confirmAbsent } from "@/lib/onboarding/reconcile";
import { saveStep } from "@/lib/onboarding/save-step";
import { startOnboarding } from "@/lib/onboarding/start";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { getOverview } from "@/lib/overview/queries";
import { everything } from "@/lib/portfolio/model";
import { getFilterOptions } from "@/lib/portfolio/options";
import { getChangeDraft, recordChange } from "@/lib/recorded-changes/record";
import { getApproval } from "@/lib/reviews/approval";
import { assignCustomer, getAssignment } from "@/lib/reviews/assign";
import { addComment, removeComment } from "@/lib/reviews/comment";
import { decideReview } from "@/lib/reviews/decide";
import { getReview } from "@/lib/reviews/queries";
import { countReviews, lastReviewAt, listReviews } from "@/lib/reviews/queue";
import { reviewNext, startReview } from "@/lib/reviews/reviewing";
import { discardRun, pauseRun, resumeRun, retryFailed, startRun } from "@/lib/runs/control";
import { askForRun } from "@/lib/runs/create";
import { getAsking, getRun, listItems, listResults, listRuns } from "@/lib/runs/queries";
import { pasteSecret } from "@/lib/secrets/paste";
import { listSecrets } from "@/lib/secrets/queries";
import { confirmStored, revealSecret } from "@/lib/secrets/reveal";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { staff, system } from "@/scripts/testing/actors";
import { wholeStep } from "@/scripts/testing/drafts";
import {
  applicantOf,
  fillIn,
  handedIn,
  invited,
  usualInvitation,
} from "@/scripts/testing/invitations";
import { applicants, editors, team } from "@/scripts/testing/who";
import { ForbiddenError } from "./actor";
import type { Actor } from "./model";

/*
 * Who may call what. Each function of lib that takes an actor stands here, with everybody who gets
 * through; all others must be refused by the function itself, before it looks at anything.
 */

const actors = [...team, ...applicants, "the system"] as const;
type Who = (typeof actors)[number];

/** What is acted on: for an applicant the onboarding it was invited to, or was not. */
type Target = { id: string };
type Row = {
  call: (actor: Actor, target: Target) => Promise<unknown>;
  may: readonly Who[];
  /** Who is answered, with nothing. */
  told?: readonly Who[];
};

const table: Record<string, Row> = {
  addComment: {
    call: (actor, { id }) => {
      const about = { customerId: id, step: "support", path: "email" } as const;
      return addComment(actor, { ...about, body: "Why?", internal: false });
    },
    may: editors,
  },
  adoptCustomer: { call: (actor, { id }) => adoptCustomer(actor, id, "x"), may: ["admin"] },
  askForRun: { call: (actor) => askForRun(actor, { kind: "assign", ids: [] }), may: editors },
  adoptFromPlaid: { call: (actor) => adoptFromPlaid(actor, "x"), may: ["admin"] },
  assignCustomer: {
    call: (actor, { id }) => assignCustomer(actor, { customerId: id, userId: null }),
    may: editors,
  },
  attest: {
    call: (actor, { id }) =>
      attest(actor, {
        id,
        dueDiligence: true,
        bankAddendum: true,
        textVersions: { due_diligence: 1, bank_addendum: 1 },
        payloadSha256: "",
      }),
    may: editors,
  },
  awaitsLogo: {
    call: (actor, { id }) => awaitsLogo(actor, id),
    // Looks only: a revoked link has no session to ask with, and saving is refused.
    may: [...editors, "its applicant", "applicant who was revoked"],
    told: ["applicant who submitted"],
  },
  changeInvitationAddress: {
    call: (actor, { id }) => changeInvitationAddress(actor, { ...link(id), email: "a@b.test" }),
    may: editors,
  },
  changeWishes: {
    call: (actor) => changeWishes(actor, { turn: true, digest: false }),
    may: team,
  },
  chooseSingleKeys: { call: (actor) => chooseSingleKeys(actor, false), may: team },
  checkCustomer: { call: (actor, { id }) => checkCustomer(actor, id), may: editors },
  confirmAbsent: { call: (actor, { id }) => confirmAbsent(actor, id, "x"), may: ["admin"] },
  confirmStored: {
    call: (actor, { id }) => confirmStored(actor, id, "production"),
    may: ["admin"],
  },
  countCustomers: { call: (actor) => countCustomers(actor), may: team },
  countReviews: { call: (actor) => countReviews(actor), may: editors },
  createDraft: {
    call: (actor) => createDraft(actor, { id: newId("cus"), patches: {}, row: 1 }),
    may: editors,
  },
  createDrafts: { call: (actor) => createDrafts(actor, "imp_nothing"), may: editors },
  countVerdicts: { call: (actor) => countVerdicts(actor, "imp_nothing"), may: editors },
  createHandover: {
    call: (actor, { id }) =>
      createHandover(actor, {
        ...{ customerId: id, kinds: ["sandbox", "production"] },
        ...{ name: "Bo", email: "bo@b.test", language: "en" },
      }),
    may: ["admin"],
  },
  decideReview: {
    call: (actor, { id }) => {
      const seen = {
        submissionId: "",
        answersSha256: "",
        verdict: { decision: "approved" },
      } as const;
      return decideReview(actor, { customerId: id, ...seen });
    },
    may: editors,
  },
  discardRun: { call: (actor) => discardRun(actor, "run_nothing"), may: editors },
  duplicateOnboarding: { call: (actor, { id }) => duplicateOnboarding(actor, id), may: editors },
  enableCustomer: { call: (actor, { id }) => enableCustomer(actor, id), may: editors },
  fixRow: {
    call: (actor) => fixRow(actor, { id: "imp_nothing", position: 1, values: {}, notTwin: false }),
    may: editors,
  },
  findAtPlaid: { call: (actor) => findAtPlaid(actor, "x"), may: ["admin"] },
  exportCustomers: {
    call: (actor) => exportCustomers(actor, everything, { bom: false }),
    may: editors,
  },
  findCustomers: { call: (actor) => findCustomers(actor, "harbor"), may: team },
  findActivity: { call: (actor, { id }) => findActivity(actor, id, "1"), may: team },
  finishForwarded: { call: (actor) => finishForwarded(actor), may: [], told: applicants },
  forwardSections: {
    call: (actor) => forwardSections(actor, { name: "Bo", email: "bo@b.test", steps: ["support"] }),
    may: ["its applicant", "applicant of another"],
    told: ["applicant who submitted"],
  },
  getApplication: {
    call: (actor) => getApplication(actor),
    may: ["its applicant", "applicant of another", "applicant who submitted"],
    told: ["applicant who was revoked"],
  },
  getApproval: { call: (actor, { id }) => getApproval(actor, id), may: editors },
  getBank: { call: (actor) => getBank(actor, "ins_56"), may: team },
  getBanksStrip: { call: (actor) => getBanksStrip(actor), may: team },
  getChangeDraft: {
    call: (actor, { id }) => getChangeDraft(actor, { customerId: id, item: "website" }),
    may: editors,
  },
  getCustomer: { call: (actor, { id }) => getCustomer(actor, id), may: team },
  getEnabling: { call: (actor, { id }) => getEnabling(actor, id), may: team },
  getAssignment: { call: (actor, { id }) => getAssignment(actor, id), may: editors },
  getFacts: { call: (actor, { id }) => getFacts(actor, id), may: team },
  getLaunch: { call: (actor, { id }) => getLaunch(actor, id), may: team },
  getFilterOptions: { call: (actor) => getFilterOptions(actor), may: team },
  getLogo: { call: (actor) => getLogo(actor, "0"), may: team, told: applicants },
  getOnboarding: { call: (actor, { id }) => getOnboarding(actor, id), may: editors },
  getOverview: { call: (actor) => getOverview(actor), may: team },
  getRegistration: { call: (actor, { id }) => getRegistration(actor, id), may: team },
  getReview: { call: (actor, { id }) => getReview(actor, id), may: editors },
  getAsking: { call: (actor) => getAsking(actor, "assign"), may: editors },
  getImport: { call: (actor) => getImport(actor, "imp_nothing"), may: editors },
  getRun: { call: (actor) => getRun(actor, "run_nothing"), may: editors },
  getSentDetails: { call: (actor, { id }) => getSentDetails(actor, id), may: team },
  getWishes: { call: (actor) => getWishes(actor), may: team },
  idsMatching: { call: (actor) => idsMatching(actor, everything, 1), may: team },
  inviteApplicant: {
    call: (actor, { id }) => inviteApplicant(actor, { ...usualInvitation(), customerId: id }),
    may: editors,
  },
  // No picture: whoever may try is told so.
  keepLogo: {
    call: (actor) => keepLogo(actor, new Uint8Array(8)),
    may: editors,
    told: applicants,
  },
  lastReviewAt: { call: (actor) => lastReviewAt(actor), may: editors },
  listActivity: { call: (actor, { id }) => listActivity(actor, id), may: team },
  listBanks: { call: (actor) => listBanks(actor, { search: "", page: 1 }), may: team },
  listCustomers: { call: (actor) => listCustomers(actor, everything), may: team },
  listHandovers: { call: (actor, { id }) => listHandovers(actor, id), may: team },
  listInvitations: { call: (actor, { id }) => listInvitations(actor, id), may: team },
  listImportRows: {
    call: (actor) => listImportRows(actor, { id: "imp_nothing", after: 0, problemsOnly: true }),
    may: editors,
  },
  listItems: {
    call: (actor) => listItems(actor, { runId: "run_nothing", after: 0, states: ["failed"] }),
    may: editors,
  },
  listProblemRows: { call: (actor) => listProblemRows(actor, "imp_nothing"), may: editors },
  listResults: { call: (actor) => listResults(actor, "run_nothing"), may: editors },
  listReviews: { call: (actor) => listReviews(actor, { after: null, before: null }), may: editors },
  listRuns: { call: (actor) => listRuns(actor, null), may: editors },
  listSecrets: { call: (actor, { id }) => listSecrets(actor, id), may: team },
  mapColumns: {
    call: (actor) => mapColumns(actor, { id: "imp_nothing", mapping: [] }),
    may: editors,
  },
  pauseRun: { call: (actor) => pauseRun(actor, "run_nothing"), may: editors },
  pasteSecret: {
    call: (actor, { id }) =>
      pasteSecret(actor, { customerId: id, kind: "production", typed: "x".repeat(30) }),
    may: ["admin"],
  },
  previewInvitation: {
    call: (actor, { id }) =>
      previewInvitation(actor, {
        ...{ customerId: id, name: "Bo", email: "bo@b.test", steps: ["support"] },
        ...{ message: "", language: "fr", dueOn: null, lifetimeDays: 14 },
      }),
    may: editors,
  },
  remindCustomer: { call: (actor, { id }) => remindCustomer(actor, id), may: editors },
  recordChange: {
    call: (actor, { id }) => recordChange(actor, { customerId: id, item: "website", typed: {} }),
    may: editors,
  },
  removeComment: {
    call: (actor, { id }) => removeComment(actor, { customerId: id, id: "com_nothing" }),
    may: editors,
  },
  removeCustomer: { call: (actor, { id }) => removeCustomer(actor, id), may: ["admin"] },
  resendInvitation: { call: (actor, { id }) => resendInvitation(actor, link(id)), may: editors },
  resumeRun: { call: (actor) => resumeRun(actor, "run_nothing"), may: editors },
  retryFailed: { call: (actor) => retryFailed(actor, "run_nothing"), may: editors },
  revealSecret: { call: (actor, { id }) => revealSecret(actor, id, "production"), may: ["admin"] },
  reviewNext: { call: (actor) => reviewNext(actor), may: editors },
  revokeHandover: {
    call: (actor, { id }) => revokeHandover(actor, { customerId: id, handoverId: "hov_nothing" }),
    may: editors,
  },
  revokeInvitation: { call: (actor, { id }) => revokeInvitation(actor, link(id)), may: editors },
  saveStep: {
    call: (actor, { id }) => saveStep(actor, wholeStep(id, "support", { email: randomUUID() })),
    may: [...editors, "its applicant"],
    told: ["applicant who submitted"],
  },
  startOnboarding: { call: (actor) => startOnboarding(actor), may: editors },
  startRun: { call: (actor) => startRun(actor, { id: "run_nothing" }), may: editors },
  startReview: { call: (actor, { id }) => startReview(actor, id), may: editors },
  submitForReview: {
    call: (actor, { id }) => submitForReview(actor, { customerId: id, addendumVersion: null }),
    may: [...editors, "its applicant"],
    told: ["applicant who submitted"],
  },
  submitOnboarding: { call: (actor, { id }) => submitOnboarding(actor, id), may: editors },
  listWaiting: {
    call: (actor) =>
      listWaiting(actor, {
        ...{ institutionId: "ins_56", status: "PROCESSING", stuckDays: null, after: null },
      }),
    may: team,
  },
  tickLaunch: {
    call: (actor, { id }) => tickLaunch(actor, { customerId: id, item: "dtm", note: "", link: "" }),
    may: editors,
  },
  untickLaunch: {
    call: (actor, { id }) => untickLaunch(actor, { customerId: id, item: "dtm" }),
    may: editors,
  },
  uploadImport: {
    call: (actor) => uploadImport(actor, { name: "x", bytes: Buffer.alloc(0) }),
    may: editors,
  },
  withdrawEnable: { call: (actor, { id }) => withdrawEnable(actor, id), may: editors },
  withdrawForward: {
    call: (actor) => withdrawForward(actor, "inv_nothing"),
    may: [],
    told: applicants,
  },
};

/** Parts of the functions above, which have authorised already; and what decides. */
const inside = [
  "authorOf",
  "authorize",
  "authorizeAnswers",
  "authorizeApplicant",
  "recordCreated",
  "recordRefused",
  "recordUnknown",
  "refreshStatus",
  "settleEnabling",
];

function link(customerId: string) {
  return { customerId, invitationId: "inv_nothing" };
}

test("every function that takes an actor stands in the table", () => {
  const taking =
    /export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*actor: (?:Staff|Applicant)?Actor/g;
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
    .map((file) => path.join("lib", file));
  const found = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(taking)].map(([, name = ""]) => name),
  );
  expect(found.toSorted()).toEqual([...Object.keys(table), ...inside].toSorted());
});

describe.each(Object.entries(table))("%s", (_, { call, may, told = [] }) => {
  test.each(may)("lets %s through", async (who) => {
    const { actor, target } = await situation(who);
    const answer = await call(actor, target);
    // An applicant has nothing but its own, so getting through has to mean that it works.
    if (actor.kind !== "applicant") return;
    expect(answer).toBeDefined();
    expect(answer).not.toMatchObject({ ok: false });
  });

  test.each(told)("tells %s nothing", async (who) => {
    const { actor, target } = await situation(who);
    const answer = await call(actor, target);
    if (answer !== undefined) expect(answer).toMatchObject({ ok: false });
  });

  const others = actors.filter((who) => !may.includes(who) && !told.includes(who));
  test.each(others)("refuses %s", async (who) => {
    const { actor, target } = await situation(who);
    await expect(call(actor, target)).rejects.toThrow(ForbiddenError);
  });
});

async function situation(who: Who): Promise<{ actor: Actor; target: Target }> {
  if (who === "the system") return { actor: system, target: { id: "cus_nobody" } };
  if (who === "viewer" || who === "onboarder" || who === "admin") {
    return { actor: await staff(who), target: { id: "cus_nobody" } };
  }
  const onboarder = await staff("onboarder");
  if (who === "applicant who submitted") {
    const { customerId, applicant } = await handedIn(onboarder);
    return { actor: applicant, target: { id: customerId } };
  }
  const { customerId, applicant } = await invited(onboarder);
  if (who === "applicant of another") {
    return { actor: applicant, target: { id: (await invited(onboarder)).customerId } };
  }
  if (who === "its applicant") await fillIn(applicant);
  else {
    const revoked = eq(invitations.id, applicant.invitationId);
    await db.update(invitations).set({ revokedAt: new Date() }).where(revoked);
  }
  return { actor: await applicantOf(applicant.invitationId), target: { id: customerId } };
}
