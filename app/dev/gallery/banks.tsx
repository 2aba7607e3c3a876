import { useTranslations } from "next-intl";
import { Agreements } from "@/components/institutions/agreements";
import { BankFilter } from "@/components/institutions/bank-filter";
import { BanksStrip } from "@/components/institutions/banks-strip";
import { BanksTable } from "@/components/institutions/banks-table";
import { InstitutionGrid } from "@/components/institutions/institution-grid";
import { Matrix } from "@/components/institutions/matrix";
import { StuckFilter } from "@/components/institutions/stuck-filter";
import { summaryOf } from "@/components/institutions/summary";
import type { BankCounts, InstitutionView, RegistrationView } from "@/lib/institutions/model";
import { allBanks } from "@/lib/institutions/model";
import { bank, LONG_NAME, minutesAgo } from "./samples";
import { Room, Specimen } from "./specimen";

const DAY_MS = 86_400_000;

function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

function attention(errorMessage: string): InstitutionView["errors"] {
  return [
    {
      errorType: "PARTNER_ERROR",
      errorCode: "OAUTH_REGISTRATION_ERROR",
      errorMessage,
      displayMessage: null,
      requestId: "T3739OvIAI8ssGD",
    },
  ];
}

function registration(institutions: InstitutionView[]): RegistrationView {
  return {
    flowdownStatus: "NEGOTIATION",
    questionnaireStatus: "RECEIVED",
    checkedAt: minutesAgo(2),
    readAt: minutesAgo(0),
    institutions: institutions.map((one, place) => ({ ...one, institutionId: `ins_${place}` })),
    counts: Object.fromEntries(
      institutions.map(({ status }) => [
        status,
        institutions.filter((other) => other.status === status).length,
      ]),
    ),
    processingSince: minutesAgo(9_000),
    classicEnds: false,
    found: institutions.length,
  };
}

const everyState = registration([
  ...["NOT_STARTED", "PROCESSING", "APPROVED", "ENABLED", "ON_HOLD"].map((status) =>
    bank({ status, name: `Bank, ${status}` }),
  ),
  bank({
    status: "ATTENTION_REQUIRED",
    name: "Bank with a known problem",
    errors: attention("Application logo is required"),
  }),
  bank({
    status: "ATTENTION_REQUIRED",
    name: "Bank with a problem in Plaid's words",
    errors: attention(LONG_NAME),
  }),
  bank({ status: "ENABLED", name: LONG_NAME, productionEnablementDate: "2026-11-02" }),
  ...[200, 20, -3].map((days) =>
    bank({ status: "ENABLED", name: `Bank, ${days} days`, classicDisablementDate: dayIn(days) }),
  ),
]);

const counts: BankCounts[] = [
  {
    ...{ institutionId: "ins_56", name: "Chase", total: 1_204, overdue: 1_000 },
    byStatus: { ENABLED: 42, PROCESSING: 1_160, ATTENTION_REQUIRED: 1, ON_HOLD: 1 },
  },
  {
    ...{ institutionId: "ins_11", name: "Charles Schwab", total: 45, overdue: 3 },
    byStatus: { ENABLED: 12, PROCESSING: 33 },
  },
  {
    ...{ institutionId: "ins_9", name: LONG_NAME, total: 1, overdue: 0, byStatus: { ENABLED: 1 } },
  },
];

const grid = {
  live: true,
  order: [],
  again: null,
  customer: { company: LONG_NAME, clientId: "634758733ebb4f00134b85ea", questionnaireOpen: true },
};

export function Banks() {
  const t = useTranslations("banks.summary");
  const none = registration([]);
  return (
    <Room title="Banks">
      <Specimen of="Agreements: open, complete, not known">
        <Agreements registration={everyState} />
        <Agreements
          registration={{ ...none, flowdownStatus: "COMPLETE", questionnaireStatus: null }}
        />
      </Specimen>
      <Specimen of="BanksStrip, BanksTable: over all customers">
        <BanksStrip banks={counts} />
        <BanksStrip banks={[]} />
        <BanksTable banks={counts} />
      </Specimen>
      <Specimen of="Matrix, StuckFilter">
        <StuckFilter action="/banks/ins_56" status="PROCESSING" stuckDays={3} />
        <Matrix
          banks={counts}
          rows={["Harbor Pay", LONG_NAME].map((companyName, place) => ({
            ...{ id: `cus_${place}`, companyName, since: minutesAgo(9_000) },
            banks: { ins_56: "PROCESSING", ins_11: "ATTENTION_REQUIRED", ins_9: "ON_HOLD" },
          }))}
        />
      </Specimen>
      <Specimen of="InstitutionGrid: every state">
        <p>{summaryOf(everyState, Date.now(), t)}</p>
        <BankFilter path="/banks" counts={{ ENABLED: 11_000, PROCESSING: 9 }} filter={allBanks} />
        <InstitutionGrid {...grid} registration={everyState} />
      </Specimen>
      <Specimen of="InstitutionGrid: all enabled">
        <InstitutionGrid
          {...grid}
          registration={registration([bank({ status: "ENABLED", name: "Enabled bank" })])}
        />
      </Specimen>
      <Specimen of="InstitutionGrid: not live yet, not asked yet, none returned, none that match">
        <InstitutionGrid {...grid} live={false} registration={none} />
        <InstitutionGrid {...grid} registration={{ ...none, checkedAt: null }} />
        <InstitutionGrid {...grid} registration={none} />
        <InstitutionGrid {...grid} registration={{ ...everyState, found: 0 }} />
      </Specimen>
    </Room>
  );
}
