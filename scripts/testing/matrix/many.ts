import { newId } from "@/lib/id";
import { createDraft } from "@/lib/imports/create-draft";
import { createDrafts } from "@/lib/imports/create-drafts";
import { fixRow, mapColumns } from "@/lib/imports/map";
import { countVerdicts, getImport, listImportRows, listProblemRows } from "@/lib/imports/queries";
import { uploadImport } from "@/lib/imports/upload";
import { discardRun, pauseRun, resumeRun, retryFailed, startRun } from "@/lib/runs/control";
import { askForRun } from "@/lib/runs/create";
import { getAsking, getRun, listItems, listResults, listRuns } from "@/lib/runs/queries";
import { editors } from "@/scripts/testing/who";
import type { Rows } from "./row";

export const many: Rows = {
  askForRun: { call: (actor) => askForRun(actor, { kind: "assign", ids: [] }), may: editors },
  countVerdicts: { call: (actor) => countVerdicts(actor, "imp_nothing"), may: editors },
  createDraft: {
    call: (actor) => createDraft(actor, { id: newId("cus"), patches: {}, row: 1 }),
    may: editors,
  },
  createDrafts: { call: (actor) => createDrafts(actor, "imp_nothing"), may: editors },
  discardRun: { call: (actor) => discardRun(actor, "run_nothing"), may: editors },
  fixRow: {
    call: (actor) => fixRow(actor, { id: "imp_nothing", position: 1, values: {}, notTwin: false }),
    may: editors,
  },
  getAsking: { call: (actor) => getAsking(actor, "assign"), may: editors },
  getImport: { call: (actor) => getImport(actor, "imp_nothing"), may: editors },
  getRun: { call: (actor) => getRun(actor, "run_nothing"), may: editors },
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
  listRuns: { call: (actor) => listRuns(actor, null), may: editors },
  mapColumns: {
    call: (actor) => mapColumns(actor, { id: "imp_nothing", mapping: [] }),
    may: editors,
  },
  pauseRun: { call: (actor) => pauseRun(actor, "run_nothing"), may: editors },
  resumeRun: { call: (actor) => resumeRun(actor, "run_nothing"), may: editors },
  retryFailed: { call: (actor) => retryFailed(actor, "run_nothing"), may: editors },
  startRun: { call: (actor) => startRun(actor, { id: "run_nothing" }), may: editors },
  uploadImport: {
    call: (actor) => uploadImport(actor, { name: "x", bytes: Buffer.alloc(0) }),
    may: editors,
  },
};
