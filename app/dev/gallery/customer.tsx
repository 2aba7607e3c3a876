import { CustomerHeader } from "@/components/customers/customer-header";
import { FactsCard } from "@/components/customers/facts-card";
import { MoreMenu } from "@/components/customers/more-menu";
import { NextAction } from "@/components/customers/next-action";
import { ProgressRail } from "@/components/customers/progress-rail";
import { LaunchChecklist } from "@/components/launch/checklist";
import { Section } from "@/components/ui/section";
import type { LaunchStep } from "@/lib/launch/model";
import { Duplicate, Tick, Untick } from "./customer-forms";
import { customer } from "./customer-samples";
import { LONG_NAME, minutesAgo } from "./samples";
import { Room, Specimen } from "./specimen";

const reader = { kind: "staff", role: "onboarder" } as const;

const heads = [
  customer({ status: "PENDING_ENABLEMENT", companyName: LONG_NAME }),
  customer({ status: "UNDER_REVIEW" }),
  customer({ status: "READY", clientId: null, submittedAt: null }),
  customer({ status: "DENIED" }),
];

const steps: LaunchStep[] = [
  { item: "sandbox_key", done: { by: "data", at: minutesAgo(9_000) } },
  { item: "redirect_uris", done: null },
  {
    item: "dtm",
    done: {
      ...{ by: "person", name: LONG_NAME, at: minutesAgo(30), note: LONG_NAME },
      link: "https://dashboard.plaid.com/link/data-transparency-v5",
    },
  },
  { item: "enabled", done: null },
];

export function Customer() {
  return (
    <Room title="Customer">
      {heads.map((sample, place) => (
        <Specimen key={sample.status} of={`CustomerHeader, NextAction: ${sample.status}`}>
          <CustomerHeader
            customer={sample}
            check={null}
            more={
              place === 0 && (
                <MoreMenu customer={sample} reader={reader} duplicate={<Duplicate />} />
              )
            }
            action={<NextAction customer={sample} reader={reader} enable={null} />}
          />
        </Specimen>
      ))}
      <Specimen of="ProgressRail: at the beginning, in review, live">
        <ProgressRail customer={customer({ status: "DRAFT", submittedAt: null })} />
        <ProgressRail customer={customer({ status: "UNDER_REVIEW" })} />
        <ProgressRail customer={customer({ status: "ACTIVE", enabledAt: minutesAgo(60) })} />
      </Specimen>
      <Specimen of="LaunchChecklist">
        <Section title="Launch checklist">
          <LaunchChecklist
            steps={steps}
            tick={(item, said) => <Tick {...said} item={item} />}
            untick={(item) => <Untick item={item} />}
          />
        </Section>
      </Specimen>
      <Specimen of="FactsCard: of a reader who may see people, and of one who may not">
        <FactsCard
          facts={{
            ...{ countryCode: "US", website: "https://acme.com", products: ["auth", "newer_one"] },
            contacts: [
              { role: "technical", name: LONG_NAME, email: `${LONG_NAME}@acme.com` },
              { role: "billing", name: "", email: "" },
              { role: "support", name: "", email: "help@acme.com" },
            ],
            owner: { id: "usr_1", name: LONG_NAME },
            masked: false,
          }}
        />
        <FactsCard
          facts={{
            ...{ countryCode: "", website: "", products: null, owner: null, masked: true },
            contacts: [{ role: "support", name: "", email: "••••@acme.com" }],
          }}
        />
      </Specimen>
    </Room>
  );
}
