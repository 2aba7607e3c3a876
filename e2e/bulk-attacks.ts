import type { Call } from "./actions";
import type { MadeBulk } from "./bulk";

/** Calls as pages of ours make them, for people who may not. */
export const bulkAttacks: Record<string, (target: MadeBulk) => Call[]> = {
  askForRunAction: ({ customers: [first = ""] }) => [
    {
      action: "askForRunAction",
      at: "/customers",
      args: [null],
      form: { kind: "enable", customer: first },
    },
    {
      action: "askForRunAction",
      at: "/customers",
      args: [null],
      form: { kind: "assign", all: "on" },
    },
  ],
  controlRunAction: ({ asked, paused, finished }) => [
    control(asked, "start"),
    control(asked, "discard"),
    control(paused, "resume"),
    control(finished, "retry"),
    control(finished, "pause"),
  ],
  uploadImportAction: () => [
    { action: "uploadImportAction", at: "/customers/import", args: [null], form: { file: "A,B" } },
  ],
  mapColumnsAction: ({ file }) => [
    {
      action: "mapColumnsAction",
      at: `/customers/import/${file}`,
      args: [file, null],
      form: { "column.2": "company.companyName" },
    },
  ],
  fixRowAction: ({ file }) => [
    {
      action: "fixRowAction",
      at: `/customers/import/${file}/check`,
      args: [file, ""],
      form: { position: "2", "value.company.address.postalCode": "02109" },
    },
  ],
  createDraftsAction: ({ file }) => [
    {
      action: "createDraftsAction",
      at: `/customers/import/${file}/check`,
      args: [file],
      form: {},
    },
  ],
};

function control(id: string, intent: string): Call {
  return { action: "controlRunAction", at: `/runs/${id}`, args: [id, null], form: { intent } };
}
