import { randomUUID } from "node:crypto";
import { finishForwarded, forwardSections, withdrawForward } from "@/lib/applicants/forwards";
import { getApplication } from "@/lib/applicants/queries";
import { attest } from "@/lib/onboarding/attest";
import { duplicateOnboarding } from "@/lib/onboarding/duplicate";
import { awaitsLogo, getLogo, keepLogo } from "@/lib/onboarding/logo";
import { getOnboarding } from "@/lib/onboarding/queries";
import { adoptCustomer, confirmAbsent } from "@/lib/onboarding/reconcile";
import { saveStep } from "@/lib/onboarding/save-step";
import { startOnboarding } from "@/lib/onboarding/start";
import { submitOnboarding } from "@/lib/onboarding/submit";
import { submitForReview } from "@/lib/submissions/submit-for-review";
import { wholeStep } from "@/scripts/testing/drafts";
import { applicants, editors, team } from "@/scripts/testing/who";
import type { Rows } from "./row";

export const drafts: Rows = {
  adoptCustomer: { call: (actor, { id }) => adoptCustomer(actor, id, "x"), may: ["admin"] },
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
  confirmAbsent: { call: (actor, { id }) => confirmAbsent(actor, id, "x"), may: ["admin"] },
  duplicateOnboarding: { call: (actor, { id }) => duplicateOnboarding(actor, id), may: editors },
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
  getLogo: { call: (actor) => getLogo(actor, "0"), may: team, told: applicants },
  getOnboarding: { call: (actor, { id }) => getOnboarding(actor, id), may: editors },
  // No picture: whoever may try is told so.
  keepLogo: {
    call: (actor) => keepLogo(actor, new Uint8Array(8)),
    may: editors,
    told: applicants,
  },
  saveStep: {
    call: (actor, { id }) => saveStep(actor, wholeStep(id, "support", { email: randomUUID() })),
    may: [...editors, "its applicant"],
    told: ["applicant who submitted"],
  },
  startOnboarding: { call: (actor) => startOnboarding(actor), may: editors },
  submitForReview: {
    call: (actor, { id }) => submitForReview(actor, { customerId: id, addendumVersion: null }),
    may: [...editors, "its applicant"],
    told: ["applicant who submitted"],
  },
  submitOnboarding: { call: (actor, { id }) => submitOnboarding(actor, id), may: editors },
  withdrawForward: {
    call: (actor) => withdrawForward(actor, "inv_nothing"),
    may: [],
    told: applicants,
  },
};
