import "server-only";
import type { CustomerRow, CustomerView } from "@/lib/customers/model";
import type { Standing } from "@/lib/invitations/model";
import { type Facts, headlineOf, type Requirement, requirementsOf } from "@/lib/requirements/model";
import { describeStatus, isDraft } from "@/lib/statuses/model";
import { minutesAgo, refusal } from "./samples";

const standing: Standing = {
  invitation: {
    email: "ana@acme.com",
    sentAt: minutesAgo(2_900),
    expiresAt: minutesAgo(-17_000),
    undelivered: null,
  },
  activeAt: minutesAgo(10),
  submission: { name: "Ana Ruiz", at: minutesAgo(60) },
  toFix: 2,
};

function factsOf(status: string): Facts {
  return {
    id: "cus_sample",
    status,
    statusSince: minutesAgo(180),
    gaps: [
      { step: "company", path: "website" },
      { step: "support", path: "email" },
    ],
    saved: ["company"],
    fillers: { company: "customer", support: "either" },
    standing: isDraft(status) ? standing : null,
    attested: false,
    confirmedBefore: true,
    refusal: status === "SUBMIT_FAILED" ? refusal : null,
    left: [],
    banksTotal: 10,
    banksEnabled: 5,
    banksAttention: 1,
    flowdownStatus: "NEGOTIATION",
    questionnaireStatus: "RECEIVED",
    missingAtPlaid: false,
    classicEnds: null,
  };
}

/** What a status asks for where much is missing. */
function requirements(status: string): Requirement[] {
  return requirementsOf(factsOf(status));
}

export function row(changes: Partial<CustomerRow> = {}): CustomerRow {
  const status = changes.status ?? "ACTIVE";
  return {
    id: `cus_${status}`,
    companyName: "Harbor Pay",
    legalEntityName: "Harbor Payments Inc.",
    clientId: "fbe924ebbed58cf6a002f87a",
    status,
    turn: status === "ACTIVE" ? "you" : describeStatus(status).turn,
    ...headlineOf(factsOf(status)),
    statusSince: minutesAgo(180),
    banksTotal: 10,
    banksEnabled: 5,
    banksAttention: 1,
    products: ["auth", "balance", "transactions"],
    owner: "Olivia Onboarder",
    updatedAt: minutesAgo(2),
    deletesAt: null,
    home: `/customers/cus_${status}`,
    ...changes,
  };
}

export function customer(changes: Partial<CustomerView> = {}): CustomerView {
  return {
    ...row(changes),
    applicationName: "Harbor Pay",
    website: "https://harbor.example",
    createdAt: minutesAgo(20_000),
    submittedAt: minutesAgo(9_000),
    enabledAt: null,
    logo: "",
    checkedAt: minutesAgo(2),
    erasedAt: null,
    problem: null,
    missingAtPlaid: false,
    requirements: requirements(changes.status ?? "ACTIVE"),
    ...changes,
  };
}
