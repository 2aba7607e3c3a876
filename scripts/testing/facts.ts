import { type Facts, requirementsOf } from "@/lib/requirements/model";

/** Of a draft that lacks nothing but its confirmations. */
export const calm: Facts = {
  id: "cus_1",
  status: "DRAFT",
  statusSince: "2026-11-20T10:00:00.000Z",
  gaps: [],
  saved: [],
  fillers: {},
  standing: null,
  attested: false,
  confirmedBefore: false,
  refusal: null,
  left: [],
  banksTotal: 0,
  banksEnabled: 0,
  banksAttention: 0,
  flowdownStatus: null,
  questionnaireStatus: null,
  missingAtPlaid: false,
  classicEnds: null,
};

export const refusal = (code: string) =>
  ({ kind: "rejected", code, message: "", requestId: "AbC123" }) as const;

/** The codes of what is required of a draft, or whatever the facts make of it. */
export const codesOf = (facts: Partial<Facts>) =>
  requirementsOf({ ...calm, ...facts }).map(({ code }) => code);
