import { publishWording } from "@/lib/attestation-texts/publish";
import { getWording, listWordings } from "@/lib/attestation-texts/queries";
import { discardWordingDraft, saveWordingDraft } from "@/lib/attestation-texts/save-draft";
import { erasePersonalData } from "@/lib/erasure/erase";
import { exportPersonalData } from "@/lib/erasure/export";
import { getCredentials, getWebhookFacts } from "@/lib/partner-settings/facts";
import { getSettings } from "@/lib/partner-settings/read";
import { saveDefaults } from "@/lib/partner-settings/save-defaults";
import { saveRetention } from "@/lib/partner-settings/save-retention";
import { saveSecondPerson } from "@/lib/partner-settings/save-second-person";
import { saveWelcome } from "@/lib/partner-settings/save-welcome";
import { testConnection } from "@/lib/partner-settings/test-connection";
import { keepDraft } from "@/lib/retention/keep";
import { getDeletion } from "@/lib/retention/queries";
import { noDefaults, sayWrong } from "@/scripts/testing/settings";
import { editors, team } from "@/scripts/testing/who";
import type { Rows } from "./row";

const kind = "due_diligence" as const;

/** Of settings nobody has made: nothing is saved. */
const version = -1;

export const settings: Rows = {
  discardWordingDraft: { call: (actor) => discardWordingDraft(actor, kind), may: ["admin"] },
  erasePersonalData: {
    call: (actor, { id }) => erasePersonalData(actor, { customerId: id, typed: "" }),
    may: ["admin"],
  },
  exportPersonalData: { call: (actor, { id }) => exportPersonalData(actor, id), may: ["admin"] },
  getCredentials: { call: async (actor) => getCredentials(actor), may: ["admin"] },
  getDeletion: { call: (actor, { id }) => getDeletion(actor, id), may: team },
  getSettings: { call: (actor) => getSettings(actor), may: ["admin"] },
  getWebhookFacts: { call: (actor) => getWebhookFacts(actor), may: ["admin"] },
  getWording: { call: (actor) => getWording(actor, kind), may: ["admin"] },
  keepDraft: { call: (actor, { id }) => keepDraft(actor, id), may: editors },
  listWordings: { call: (actor) => listWordings(actor), may: ["admin"] },
  publishWording: {
    call: (actor) => publishWording(actor, { kind, savedAt: "", version }),
    may: ["admin"],
  },
  saveDefaults: {
    call: (actor) => saveDefaults(actor, { version, typed: noDefaults }, sayWrong),
    may: ["admin"],
  },
  saveRetention: {
    call: (actor) =>
      saveRetention(actor, { version, typed: { draftDays: "", secretDays: "" } }, sayWrong),
    may: ["admin"],
  },
  saveSecondPerson: {
    call: (actor) => saveSecondPerson(actor, { version, wanted: { sends: true, enables: true } }),
    may: ["admin"],
  },
  saveWelcome: {
    call: (actor) =>
      saveWelcome(actor, { version, typed: { contactEmail: "", greeting: "" } }, sayWrong),
    may: ["admin"],
  },
  saveWordingDraft: {
    call: (actor) => saveWordingDraft(actor, { kind, title: "", body: "" }, sayWrong),
    may: ["admin"],
  },
  testConnection: { call: (actor) => testConnection(actor), may: ["admin"] },
};
