"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Banner } from "@/components/ui/banner";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Day, Time } from "@/components/ui/time";
import type { AttestState } from "@/lib/drafts/model";
import {
  type AttestationEvidence,
  type AttestationText,
  attestationFields,
} from "@/lib/onboarding/model";
import { AttestProblem } from "./attest-problem";
import { StepForm } from "./step-form";
import { useServerForm } from "./use-server-form";

const NOTHING = { dueDiligence: false, bankAddendum: false };

export function AttestationsStep({
  initial,
  confirm,
  from,
  texts,
  evidence,
  payloadSha256,
}: {
  initial: AttestState;
  confirm: (state: AttestState, form: FormData) => Promise<AttestState>;
  from: string | undefined;
  texts: AttestationText[];
  evidence: AttestationEvidence[];
  payloadSha256: string;
}) {
  const step = useServerForm({ blank: NOTHING, initial, save: confirm });
  const { state, form } = step;
  const t = useTranslations("wizard.attestations");
  // Other words or answers than before: nothing on the screen is confirmed yet.
  useEffect(() => {
    if (state.problem?.code === "stale") form.reset(state.values);
  }, [state, form]);
  const versions = texts.map(({ kind, version }) => [`version.${kind}`, version]);

  return (
    <StepForm
      form={step}
      problem={state.problem && <AttestProblem problem={state.problem} />}
      hidden={{ ...Object.fromEntries(versions), payloadSha256, from }}
    >
      {evidence.some(({ current }) => !current) && <Banner tone="you" title={t("again")} />}
      <p>{t("read")}</p>
      {texts.map((text) => (
        <Confirmation
          key={text.kind}
          text={text}
          field={step.field(attestationFields[text.kind])}
          ticked={state.values[attestationFields[text.kind]]}
          evidence={evidence.find(({ kind, current }) => kind === text.kind && current)}
        />
      ))}
    </StepForm>
  );
}

function Confirmation({
  text,
  field,
  ticked,
  evidence,
}: {
  text: AttestationText;
  field: Omit<Parameters<typeof CheckboxField>[0], "label">;
  ticked: boolean;
  evidence: AttestationEvidence | undefined;
}) {
  const t = useTranslations("wizard.attestations");
  const { defaultValue: _, ...box } = field;
  return (
    <div className="flex flex-col gap-2">
      <CheckboxField
        {...box}
        label={`${text.title}. ${text.body}`}
        hint={t.rich("recorded", {
          version: text.version,
          published: text.publishedAt,
          day: () => <Day at={text.publishedAt} />,
        })}
        defaultChecked={ticked}
      />
      {evidence && (
        <p className="pl-9 text-done">
          {t.rich("confirmed", {
            name: evidence.confirmedBy,
            at: evidence.confirmedAt,
            time: () => <Time at={evidence.confirmedAt} />,
          })}
        </p>
      )}
    </div>
  );
}
