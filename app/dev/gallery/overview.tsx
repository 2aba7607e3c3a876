import { Overview } from "@/components/overview/overview";
import { SystemLine } from "@/components/overview/system-line";
import { TimeToLive } from "@/components/overview/time-to-live";
import type { CustomerCounts } from "@/lib/customers/model";
import type { OverviewView, TimeToLiveView } from "@/lib/overview/model";
import { row } from "./customer-samples";
import { LONG_NAME, minutesAgo } from "./samples";
import { Room, Specimen } from "./specimen";

const counts: CustomerCounts = [
  { turn: "you", status: "PENDING_ENABLEMENT", count: 1_204 },
  { turn: "plaid", status: "UNDER_REVIEW", count: 6 },
  { turn: "plaid", status: "ACTIVE", count: 2 },
  { turn: "nobody", status: "ACTIVE", count: 98_765 },
];

const medians = [14, 12, null, 13, 9, 11, 8, null, null, 7, 9, 6, 5];
const timeToLive: TimeToLiveView = {
  customers: 143,
  medianDays: 9,
  weeks: medians.map((medianDays, index) => ({
    week: new Date(Date.UTC(2026, 7, 24 + 7 * index)).toISOString().slice(0, 10),
    customers: medianDays === null ? 0 : 11,
    medianDays,
  })),
};

const oneWeek = timeToLive.weeks.map((week, index) =>
  index === 9 ? week : { ...week, customers: 0, medianDays: null },
);

const entry = { id: "1", at: minutesAgo(4), actor: "Olivia Onboarder", details: {} };
const fine = { plaidSilent: false, behindSince: null };
const overview: OverviewView = {
  counts,
  needsYou: [
    { ...row({ id: "a", companyName: LONG_NAME }), since: minutesAgo(3) },
    { ...row({ id: "b", status: "DENIED" }), since: minutesAgo(9_000) },
  ],
  recent: [
    { ...entry, action: "customer.enabled", customer: { id: "a", companyName: LONG_NAME } },
    { ...entry, id: "2", action: "onboarding.started", customer: { id: "b", companyName: "" } },
  ],
  system: { lastWebhookAt: minutesAgo(3), lastCheckAt: minutesAgo(1), ...fine },
  timeToLive,
};
const bank = { institutionId: "ins_56", name: "Chase", total: 45, byStatus: { ENABLED: 42 } };

export function Overviews() {
  return (
    <Room title="Overview">
      <Specimen of="Overview">
        <Overview overview={overview} banks={[{ ...bank, overdue: 3 }]} point="0" mayAct />
      </Specimen>
      <Specimen of="Overview when nothing needs anybody">
        <Overview
          overview={{ ...overview, counts: counts.slice(1), needsYou: [], recent: [] }}
          banks={[]}
          point="0"
          mayAct
        />
      </Specimen>
      <Specimen of="SystemLine in trouble">
        <SystemLine
          system={{
            lastWebhookAt: null,
            lastCheckAt: null,
            plaidSilent: true,
            behindSince: minutesAgo(20),
          }}
        />
      </Specimen>
      <Specimen of="TimeToLive: in one week only, nobody">
        <TimeToLive {...timeToLive} weeks={oneWeek} />
        <TimeToLive customers={0} medianDays={null} weeks={[]} />
      </Specimen>
    </Room>
  );
}
