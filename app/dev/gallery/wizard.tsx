"use client";

import { type Audience, AudienceChip } from "@/components/onboarding/audience";
import type { SaveState } from "@/components/onboarding/autosave";
import { Conflicts } from "@/components/onboarding/conflicts";
import { LinkIllustration } from "@/components/onboarding/illustrations";
import { SaveProblem } from "@/components/onboarding/save-problem";
import { SaveStateLine } from "@/components/onboarding/save-state";
import { SubmitProblem } from "@/components/onboarding/submit-problem";
import { SupportIllustration } from "@/components/onboarding/support-illustration";
import { TaskList } from "@/components/onboarding/task-list";
import { Banner } from "@/components/ui/banner";
import { LONG_NAME, minutesAgo, refusal } from "./samples";
import { Room, Specimen } from "./specimen";

const audiences: Audience[] = ["public", "banks", "plaid", "us"];

const saving: SaveState[] = [
  { kind: "idle" },
  { kind: "saving" },
  { kind: "saved", at: new Date("2026-11-21T14:02:00Z") },
  { kind: "retrying" },
  { kind: "offline" },
  { kind: "signed_out" },
  { kind: "stopped", problem: { code: "not_found" } },
];

export function Wizard() {
  return (
    <Room title="Wizard">
      <Specimen of="TaskList: every state">
        <TaskList
          id="cus_sample"
          sections={[
            { step: "company", state: "completed", missing: [], filler: "customer" },
            {
              step: "contacts",
              state: "in_progress",
              missing: ["contacts.technical.givenName", "contacts.technical.familyName"],
              filler: "customer",
            },
            {
              step: "support",
              state: "not_started",
              missing: ["support.email"],
              filler: "either",
            },
            { step: "products", state: "problem", missing: [], filler: "us" },
            { step: "logo", state: "completed", missing: [], filler: "us" },
            { step: "redirect-uris", state: "not_started", missing: [], filler: "us" },
            { step: "attestations", state: "cannot_start", missing: [], filler: "us" },
            { step: "check", state: "cannot_start", missing: [], filler: "us" },
          ]}
        />
      </Specimen>
      <Specimen of="AudienceChip">
        <div className="flex flex-wrap gap-3">
          {audiences.map((audience) => (
            <AudienceChip key={audience} audience={audience} />
          ))}
        </div>
      </Specimen>
      <Specimen of="SaveStateLine">
        {saving.map((state) => (
          <SaveStateLine key={state.kind} state={state} news="Ana Ruiz changed Website" />
        ))}
      </Specimen>
      <Specimen of="Conflicts">
        <Conflicts
          conflicts={[
            {
              path: "website",
              name: "company.website",
              value: `https://${LONG_NAME}.example`,
              who: "other",
              by: "Ana",
              at: minutesAgo(1),
            },
          ]}
          settle={() => {}}
        />
      </Specimen>
      <Problems />
      <Specimen of="LinkIllustration, SupportIllustration">
        <div className="grid gap-6 sm:grid-cols-2">
          <LinkIllustration applicationName="" logo="" />
          <LinkIllustration applicationName={LONG_NAME} logo="" />
          <SupportIllustration
            applicationName={LONG_NAME}
            logo=""
            support={{
              email: `${LONG_NAME}@harbor.example`,
              phoneNumber: "(415) 555-0132",
              contactUrl: "https://harbor.example/contact",
            }}
          />
        </div>
      </Specimen>
    </Room>
  );
}

function Problems() {
  return (
    <>
      <Specimen of="SaveProblem">
        <SaveProblem problem={{ code: "already_sent", status: "UNDER_REVIEW" }} />
        <SaveProblem problem={{ code: "signed_out" }} />
        <SaveProblem problem={{ code: "offline" }} />
      </Specimen>
      <Specimen of="SubmitProblem">
        <Banner tone="blocked" title="Nothing was sent">
          <SubmitProblem
            id="cus_sample"
            error={{ code: "refused", problem: refusal, step: "logo", field: "logo" }}
          />
          <SubmitProblem id="cus_sample" error={{ code: "not_attested" }} />
          <SubmitProblem id="cus_sample" error={{ code: "incomplete", steps: ["company"] }} />
        </Banner>
      </Specimen>
    </>
  );
}
