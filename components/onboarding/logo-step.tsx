"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Field } from "@/components/ui/field";
import {
  type Answers,
  type FieldErrors,
  LOGO_BYTES_MAX,
  LOGO_EDGE_PX,
  LOGO_FILE_FIELD,
  type LogoProblem,
} from "@/lib/onboarding/model";
import { AnswerForm } from "./answer-form";
import { LinkIllustration } from "./illustrations";
import { LogoPreview } from "./logo-preview";
import { explainLogo } from "./logo-problem";
import type { StepProps } from "./step-props";
import { useStepForm } from "./use-step-form";
import { WhoSeesThis } from "./who-sees-this";

export function LogoStep({
  stored,
  ...props
}: StepProps<Answers["logo"]> & { stored: { sha256: string; bytes: number } | null }) {
  const input = useRef<HTMLInputElement>(null);
  const step = useStepForm({
    step: "logo",
    ...props,
    obstacles: () => fileErrors(input.current),
  });
  const { state, errorOf } = step;
  const { defaultValue: _, ...customization } = step.field("createLinkCustomization");
  const { logo, createLinkCustomization } = state.values;

  return (
    <AnswerForm
      step={step}
      from={props.from}
      aside={
        <WhoSeesThis of={["public", "plaid"]}>
          <LinkIllustration {...props.facts} logo={logo} />
        </WhoSeesThis>
      }
      moreButtons={logo !== "" && <RemoveLogo file={input} />}
    >
      <input type="hidden" name="logo" value={logo} />
      {logo !== "" && (
        <LogoPreview sha256={logo} bytes={stored?.sha256 === logo ? stored.bytes : undefined} />
      )}
      <Field
        ref={input}
        id="logo"
        name={LOGO_FILE_FIELD}
        label="Logo"
        type="file"
        accept="image/png"
        hint={`A PNG of exactly ${LOGO_EDGE_PX} × ${LOGO_EDGE_PX} pixels, smaller than 4 MB. Banks and Link show it.${logo ? " Choose a file to replace the one above." : ""}`}
        error={errorOf("logo")}
      />
      <CheckboxField
        {...customization}
        label="Copy our default Link customization"
        hint="Needs a logo. Use cases of Data Transparency Messaging are copied only if yours are published."
        defaultChecked={createLinkCustomization}
      />
    </AnswerForm>
  );
}

function RemoveLogo({ file }: { file: { current: HTMLInputElement | null } }) {
  return (
    <Button
      name="intent"
      value="remove-logo"
      variant="quiet"
      onClick={() => {
        if (file.current) file.current.value = "";
      }}
    >
      Remove logo
    </Button>
  );
}

function chosen(input: HTMLInputElement | null): File | undefined {
  return input?.files?.[0];
}

/** Said here, because the server refuses a request that is far too large before it can say why. */
function fileErrors(input: HTMLInputElement | null): FieldErrors {
  const file = chosen(input);
  const problem = file && fileProblem(file);
  return problem ? { logo: explainLogo(problem) } : {};
}

function fileProblem(file: File): LogoProblem | undefined {
  if (file.size === 0) return { code: "empty" };
  return file.size >= LOGO_BYTES_MAX ? { code: "too_large", bytes: file.size } : undefined;
}
